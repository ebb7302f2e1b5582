// What the plots share: a figure with its words, its scales, and the table behind it.

const LONGEST_TABLE = 1000;

/** Return a figure: heading, drawing, and the same values as a table, made when it is opened. */
function figure(title, note, plot, { columns, rows }) {
  const id = `figure-${(figure.made = (figure.made ?? 0) + 1)}`;
  const caption = h("figcaption", { id }, h("h3", {}, title), h("p", {}, note));
  const room = h("div", { class: "table-scroll", tabindex: 0, role: "region", "aria-label": `${title}数据表` });
  const open = () => room.firstChild ?? room.append(tableOf(title, columns, rows.slice(0, LONGEST_TABLE)));
  const rest = rows.length > LONGEST_TABLE ? `，列出前 ${LONGEST_TABLE} 行` : "";
  const details = h("details", { ontoggle: open }, h("summary", {}, `数据表（${rows.length} 行${rest}）`), room);
  return h("figure", { "aria-labelledby": id }, caption, plot, details);
}

function tableOf(title, columns, rows) {
  const head = h(
    "thead",
    {},
    h(
      "tr",
      {},
      columns.map((name) => h("th", { scope: "col" }, name)),
    ),
  );
  const cells = (row) => row.map((value, n) => h(n ? "td" : "th", n ? {} : { scope: "row" }, value));
  return h(
    "table",
    {},
    h("caption", { class: "unseen" }, title),
    head,
    h(
      "tbody",
      {},
      rows.map((row) => h("tr", {}, cells(row))),
    ),
  );
}

/** Return an svg of a given size that says in words what it shows. */
function drawing(width, height, description, ...children) {
  return s(
    "svg",
    { viewBox: `0 0 ${width} ${height}`, width, height, role: "img", "aria-label": description },
    s("title", {}, description),
    children,
  );
}

const svgText = (x, y, label, attributes = {}) => s("text", { x, y, ...attributes }, label);

/** A width that text of mixed scripts takes at 12 pixels. */
const widthOf = (label) => [...label].reduce((sum, c) => sum + (c.codePointAt(0) > 0x2e7f ? 12 : 6.8), 0);

function shortened(label, room) {
  let kept = label;
  while (kept && widthOf(kept) > room) kept = kept.slice(0, -1);
  return kept === label ? label : `${kept.slice(0, -1)}…`;
}

/** Ticks at round numbers: 1, 2 or 5 times a power of ten. */
function ticksOf(low, high, wanted = 5) {
  const rough = (high - low || 1) / wanted;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((n) => n * power).find((n) => n >= rough);
  const ticks = [];
  for (let n = Math.ceil(low / step - 1e-9); n * step <= high + step * 1e-9; n += 1)
    ticks.push(Number((n * step).toPrecision(12)));
  return ticks;
}

/** The name of a place for a plot: its city, or what there is. */
function cityOf(id) {
  const path = cell(id, "path");
  return path === null ? "未定" : path.split("/").slice(0, 2).join("/");
}

const nameOf = (path) => path.split("/").at(-1);

/** Facts by city, the largest first. */
function byCity(ids) {
  const groups = new Map();
  for (const id of ids) {
    const city = cityOf(id);
    if (!groups.has(city)) groups.set(city, []);
    groups.get(city).push(id);
  }
  return [...groups].sort((a, b) => b[1].length - a[1].length);
}

const axisNumber = (value) =>
  Math.abs(value) >= 1e4
    ? human(value.toLocaleString("en", { useGrouping: false, maximumFractionDigits: 0 }))
    : String(value);
