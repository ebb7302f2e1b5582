// The right side: the facts as a table, each one opening to everything that is known of it.

const COLUMNS = ["原文", "数值", "所指", "地点", "时间"];

/** Show the facts in the order of the page, or by size. */
function showTable(shown) {
  const body = h("tbody");
  let group = "";
  const rows = shown.map((id) => () => {
    const opens = groupKey(id) !== group;
    group = groupKey(id);
    return [opens ? groupRow(id) : null, factRow(id), state.fact === id ? detailRow(id) : null].filter(Boolean);
  });
  const head = h(
    "thead",
    {},
    h(
      "tr",
      {},
      COLUMNS.map((name) => h("th", { scope: "col" }, name)),
    ),
  );
  const table = h("table", { class: "facts" }, h("caption", { class: "unseen" }, "数字表"), head, body);
  byId("facts").replaceChildren(table, ...stretches(rowsThrough(rows, shown), body, "条"));
  if (!shown.length) byId("facts").replaceChildren(emptyNote("没有数字符合这些条件。"));
  enterTable();
}

/** The stretch that holds the chosen fact is drawn at once: rows before it are joined to one. */
function rowsThrough(rows, shown) {
  const chosen = shown.indexOf(state.fact);
  if (chosen < STRETCH) return rows;
  return [() => rows.slice(0, chosen + 1).flatMap((row) => row()), ...rows.slice(chosen + 1)];
}

/** What stands above facts that belong together: their story, or the unit that they are compared in. */
function groupName(id) {
  if (state.order === "size") return measureOf(id) ?? KINDS[cell(id, "kind")];
  const page = state.page === null ? `${shortSource(store.pages[store.page[id]].source)} · ` : "";
  return page + (cell(id, "headline") ?? `第 ${cell(id, "article")} 篇`);
}

const groupKey = (id) => (state.order === "size" ? groupName(id) : `${store.page[id]}/${cell(id, "article")}`);

/** Return the facts as they stand on the page, or by unit, the largest first. */
function inOrder(ids) {
  if (state.order !== "size") return ids;
  const often = new Map();
  for (const id of ids) often.set(groupName(id), (often.get(groupName(id)) ?? 0) + 1);
  const keys = new Map(ids.map((id) => [id, { unit: groupName(id), size: sizeOf(factAt(id)) ?? -Infinity }]));
  return [...ids].sort((a, b) => {
    const [one, two] = [keys.get(a), keys.get(b)];
    if (one.unit !== two.unit) return often.get(two.unit) - often.get(one.unit) || (one.unit < two.unit ? -1 : 1);
    return two.size - one.size || a - b;
  });
}

function groupRow(id) {
  return h("tr", { class: "group" }, h("th", { scope: "rowgroup", colspan: COLUMNS.length }, groupName(id)));
}

function factRow(id) {
  const fact = factAt(id);
  const open = h(
    "button",
    {
      type: "button",
      class: `fact-open kind-${fact.kind}`,
      tabindex: -1,
      "data-fact": id,
      "aria-expanded": String(state.fact === id),
    },
    fact.surface,
  );
  const low = fact.confidence === "low" ? h("span", { class: "doubt", title: "可信度低，请核对" }, "待核") : null;
  const selected = state.fact === id ? " selected" : "";
  return h(
    "tr",
    { class: `fact-row${selected}`, "data-row": id },
    h("th", { scope: "row" }, open, low),
    h("td", { class: "value" }, valueText(fact)),
    openCell(fact.subject),
    openCell(fact.place, { title: fact.path }),
    openCell(fact.time),
  );
}

/** A cell that may have nothing to say. */
function openCell(value, attributes = {}) {
  return h("td", value ? attributes : { class: "none" }, value || "—");
}

function detailRow(id) {
  return h(
    "tr",
    { class: "detail", "data-detail": id },
    h(
      "td",
      { colspan: COLUMNS.length },
      sentenceOf(id),
      h(
        "dl",
        {},
        detailsOf(factAt(id)).flatMap(([name, value]) => [h("dt", {}, name), h("dd", {}, value)]),
      ),
    ),
  );
}

/** Return the sentence with the number in it, marked where it can stand only once. */
function sentenceOf(id) {
  const { sentence, surface, kind } = factAt(id);
  const parts = sentence.split(surface);
  const text =
    parts.length === 2 ? [parts[0], h("mark", { class: `fact kind-${kind}` }, surface), parts[1]] : [sentence];
  return h("blockquote", {}, text);
}

/** Everything known of a fact, as name and value. */
function detailsOf(fact) {
  const days = [fact.since, fact.until].filter(Boolean);
  const details = [
    ["类别", KINDS[fact.kind] ?? fact.kind],
    ["数值", fact.value === null ? "—" : inFull(fact.value)],
    ["上下界", `${boundsText(fact)}（${HEDGES[fact.hedge] ?? fact.hedge}）`],
    [
      "单位",
      [
        fact.unit ?? "—",
        fact.currency && `（${fact.currency}）`,
        fact.per && ` 每${fact.per}`,
        fact.implied && "，原文省略",
      ]
        .filter(Boolean)
        .join(""),
    ],
    ["变化", CHANGES[fact.change]],
    ["所指", fact.subject ?? "—"],
    ["地点", [fact.path ?? fact.place ?? "—", fact.code].filter(Boolean).join(" · ")],
    ["时间", (fact.time ?? "—") + (days.length ? `（${[...new Set(days)].join(" 至 ")}）` : "")],
    ["可信度", CONFIDENCES[fact.confidence] ?? fact.confidence],
    ["规则", fact.rule],
    ["位置", `第 ${fact.line} 行，第 ${fact.start}–${fact.end} 字`],
    ["来源", fact.source],
  ];
  return details.filter(([, value]) => value !== undefined);
}

/** Keep one button of the table in the tab order: the chosen one, or the first. */
function enterTable() {
  const buttons = [...byId("facts").querySelectorAll(".fact-open")];
  for (const button of buttons) button.tabIndex = -1;
  const entry = buttons.find((button) => Number(button.dataset.fact) === state.fact) ?? buttons[0];
  if (entry) entry.tabIndex = 0;
}

/** Mark the chosen row and open its detail, without drawing the table anew. */
function paintRows() {
  const facts = byId("facts");
  for (const detail of facts.querySelectorAll(".detail")) detail.remove();
  for (const row of facts.querySelectorAll(".fact-row")) {
    const chosen = Number(row.dataset.row) === state.fact;
    row.classList.toggle("selected", chosen);
    row.querySelector(".fact-open").setAttribute("aria-expanded", String(chosen));
    if (chosen) row.after(detailRow(state.fact));
  }
  enterTable();
}

const MOST_ON_PAPER = 2000;

/** For paper: every row drawn, its detail in a line, a sentence once for all its facts. */
function openAllRows() {
  const body = byId("facts").querySelector("tbody");
  if (!body) return;
  const before = { group: "", sentence: "" };
  body.replaceChildren();
  for (const id of current.shown.slice(0, MOST_ON_PAPER)) {
    const group = groupKey(id);
    const sentence = cell(id, "sentence");
    if (group !== before.group) body.append(groupRow(id));
    body.append(factRow(id), paperRow(id, sentence !== before.sentence));
    Object.assign(before, { group, sentence });
  }
}

function paperRow(id, withSentence) {
  const fact = factAt(id);
  const told = ["所指", "数值", "单位", "来源"]; // what the row above and the page say already
  const known = detailsOf(fact).filter(
    ([name]) => !told.includes(name) && !(name === "上下界" && fact.hedge === "exact"),
  );
  const line = known.map(([name, value]) => `${name} ${value}`).join("　");
  const cells = [h("p", {}, line), withSentence ? sentenceOf(id) : null];
  return h("tr", { class: "detail" }, h("td", { colspan: COLUMNS.length }, cells));
}
