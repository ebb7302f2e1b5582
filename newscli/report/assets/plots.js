// The plots: how many facts of which kind each city has, how large they are, and how levels moved.

const PLOT = { width: 600, label: 96, row: 26, cities: 14 };

function showPlots(ids) {
  const plots = [countPlot(ids), sizePlot(ids), ...seriesPlots(ids)].filter(Boolean);
  byId("plots").replaceChildren(...(plots.length ? plots : [emptyNote("没有数字可画。")]));
}

/** Bars: facts by city, stacked by kind. */
function countPlot(ids) {
  const cities = byCity(ids).slice(0, PLOT.cities);
  if (!cities.length) return null;
  const most = Math.max(...cities.map(([, own]) => own.length));
  const scale = (PLOT.width - PLOT.label - 44) / most;
  const bars = cities.map(([city, own], n) => countBar(city, own, n * PLOT.row, scale));
  const present = tally(ids, "kind");
  const kinds = Object.keys(KINDS).filter((kind) => present.has(kind));
  const rows = byCity(ids).map(([city, own]) => {
    const counts = tally(own, "kind");
    return [city, ...kinds.map((kind) => counts.get(kind) ?? 0), own.length];
  });
  const words = `各地数字处数：${cities.map(([city, own]) => `${nameOf(city)} ${own.length}`).join("，")}`;
  const legend = h(
    "p",
    { class: "legend" },
    kinds.map((kind) => h("span", {}, h("span", { class: `swatch kind-${kind}` }), KINDS[kind])),
  );
  const plot = h("div", {}, legend, drawing(PLOT.width, cities.length * PLOT.row, words, bars));
  return figure("各地数字", "每地有多少处数字，按类别分段。", plot, {
    columns: ["地点", ...kinds.map((kind) => KINDS[kind]), "合计"],
    rows,
  });
}

function countBar(city, own, y, scale) {
  let x = PLOT.label;
  const counts = tally(own, "kind");
  const parts = Object.keys(KINDS)
    .filter((kind) => counts.has(kind))
    .map((kind) => {
      const width = counts.get(kind) * scale;
      const part = s(
        "rect",
        { class: `bar kind-${kind}`, x, y: y + 4, width: Math.max(1, width - 1), height: PLOT.row - 8 },
        s("title", {}, `${nameOf(city)} ${KINDS[kind]} ${counts.get(kind)}`),
      );
      x += width;
      return part;
    });
  return cityRow(city, y, [...parts, svgText(x + 5, y + 17, own.length, { class: "tick" })]);
}

/** A row named by its city; a click filters by it. */
function cityRow(city, y, children) {
  const label = svgText(PLOT.label - 8, y + 17, shortened(nameOf(city), PLOT.label - 10), { "text-anchor": "end" });
  return s(
    "g",
    { class: "city", "data-city": city, onclick: () => chooseCity(city === "未定" ? NOWHERE : city) },
    label,
    children,
  );
}

const plotUnit = { chosen: null };

const MOST_DOTS = 3000;

/** The unit that facts can be compared in, with its rate; ranks compare with nothing. */
function measureOf(id) {
  if (cell(id, "kind") === "rank" || cell(id, "unit") === null) return null;
  const per = cell(id, "per");
  return cell(id, "unit") + (per ? `/${per}` : "");
}

/** The unit to start with: that of most sums of money, else the most frequent. */
function unitToShow(ids, units) {
  if (units.has(plotUnit.chosen)) return plotUnit.chosen;
  const often = (unit) => units.get(unit) ?? 0;
  const money = ids.filter((id) => cell(id, "kind") === "money").map(measureOf);
  return [...(money.length > 2 ? new Set(money) : units.keys())].sort((a, b) => often(b) - often(a))[0];
}

/** Dots: every fact of one unit by city, on a scale of powers of ten. Nothing is added up: sums of news are not sums. */
function sizePlot(ids) {
  const units = new Map();
  for (const id of ids) units.set(measureOf(id), (units.get(measureOf(id)) ?? 0) + 1);
  units.delete(null);
  const unit = unitToShow(ids, units);
  const own = ids
    .filter((id) => measureOf(id) === unit)
    .slice(0, MOST_DOTS)
    .map((id) => ({ id, ...factAt(id) }));
  const facts = own.filter((fact) => sizeOf(fact) > 0);
  if (!facts.length) return null;
  const names = [...units].sort((a, b) => b[1] - a[1]).map(([name]) => name);
  const rows = facts.map((fact) => [
    fact.path ?? "未定",
    fact.surface,
    valueText(fact),
    fact.subject ?? "—",
    fact.time ?? "—",
  ]);
  const plot = h("div", {}, unitSelect(names.slice(0, 30), units, unit), sizeDrawing(facts, unit));
  return figure("数值大小", "每一点是一处数字，按地点排列；不作加总。", plot, {
    columns: ["地点", "原文", "数值", "所指", "时间"],
    rows,
  });
}

function unitSelect(names, units, unit) {
  const select = h(
    "select",
    {
      id: "plot-unit",
      onchange: (event) => {
        plotUnit.chosen = event.target.value;
        showPlots(current.shown);
        byId("plot-unit").focus();
      },
    },
    names.map((name) => h("option", { value: name, selected: name === unit }, `${name}（${units.get(name)}）`)),
  );
  return h("label", { class: "field" }, "单位 ", select);
}

function sizeDrawing(facts, unit) {
  const cities = byCity(facts.map((fact) => fact.id)).slice(0, PLOT.cities);
  const sizes = facts.map(sizeOf).map(Math.log10);
  const [low, high] = [
    Math.floor(Math.min(...sizes)),
    Math.max(Math.ceil(Math.max(...sizes)), Math.floor(Math.min(...sizes)) + 1),
  ];
  const x = (size) => PLOT.label + 8 + ((Math.log10(size) - low) / (high - low)) * (PLOT.width - PLOT.label - 40);
  const height = cities.length * PLOT.row;
  const powers = Array.from({ length: high - low + 1 }, (_, n) => low + n).filter(
    (_, n) => n % Math.ceil((high - low) / 7) === 0,
  );
  const grid = powers.map((power) =>
    s(
      "g",
      { class: "grid" },
      s("line", { x1: x(10 ** power), x2: x(10 ** power), y1: 0, y2: height }),
      svgText(x(10 ** power), height + 16, axisNumber(Number(`1e${power}`)), {
        class: "tick",
        "text-anchor": "middle",
      }),
    ),
  );
  const known = new Map(facts.map((fact) => [fact.id, fact]));
  const rows = cities.map(([city, ids], n) =>
    cityRow(
      city,
      n * PLOT.row,
      ids.map((id) => dot(known.get(id), x(sizeOf(known.get(id))), n * PLOT.row + 13)),
    ),
  );
  return drawing(
    PLOT.width,
    height + 22,
    `${unit}：${cities.length} 地 ${facts.length} 处数字的大小，对数刻度`,
    grid,
    rows,
  );
}

function dot(fact, x, y) {
  const open = (event) => {
    event.stopPropagation();
    update({ view: "facts" });
    choose(fact.id);
  };
  return s(
    "circle",
    { class: `dot kind-${fact.kind}`, cx: x, cy: y, r: 5, "data-dot": fact.id, onclick: open },
    s("title", {}, `${fact.surface} ${fact.subject ?? ""} ${fact.path ?? ""} ${fact.time ?? ""}`),
  );
}

/** Lines: one for each series that the filter leaves whole enough to draw. */
function seriesPlots(ids) {
  const shown = new Set(ids);
  const lines = store.series
    .map((line) => line.filter((id) => shown.has(id)))
    .filter((line) => line.length > 1)
    .slice(0, 24);
  return lines.map(seriesPlot);
}

function seriesPlot(line) {
  const facts = line.map((id) => ({ id, ...factAt(id) }));
  const [first, last] = [facts[0], facts.at(-1)];
  const title = [first.place, first.subject].filter(Boolean).join(" ");
  const words = `${title}：${facts.map((fact) => `${fact.time} ${fact.surface}`).join("，")}`;
  const rows = facts.map((fact) => [fact.time, fact.surface, valueText(fact), fact.path ?? "—"]);
  return figure(title, `${first.time} ${first.surface} → ${last.time} ${last.surface}`, seriesDrawing(facts, words), {
    columns: ["时间", "原文", "数值", "地点"],
    rows,
  });
}

function seriesDrawing(facts, words) {
  const [width, height, side, foot] = [PLOT.width, 190, 64, 28];
  const days = facts.map((fact) => Date.parse(fact.since));
  const values = facts.map(sizeOf);
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const x = (day) => side + 30 + ((day - days[0]) / (days.at(-1) - days[0])) * (width - side - 90);
  const y = (value) => 22 + ((high - value) / (high - low || 1)) * (height - foot - 28);
  const grid = ticksOf(low, high, 4).map((tick) =>
    s(
      "g",
      { class: "grid" },
      s("line", { x1: side, x2: width, y1: y(tick), y2: y(tick) }),
      svgText(side - 6, y(tick) + 4, axisNumber(tick), { class: "tick", "text-anchor": "end" }),
    ),
  );
  const points = facts.map((fact, n) => [x(days[n]), y(values[n])]);
  const labels = facts.map((fact, n) =>
    s(
      "g",
      {},
      dot(fact, ...points[n]),
      svgText(points[n][0], points[n][1] - 10, shortened(fact.surface, 90), {
        "text-anchor": "middle",
        class: "value",
      }),
      svgText(points[n][0], height - 8, shortened(fact.time ?? "", 100), { "text-anchor": "middle", class: "tick" }),
    ),
  );
  return drawing(
    width,
    height,
    words,
    grid,
    s("polyline", { class: `line kind-${facts[0].kind}`, points: points.map((point) => point.join(",")).join(" ") }),
    labels,
  );
}
