// The left side over many pages: an index with totals, a stretch of it at a time.

const STRETCH = 100;

/** Show the pages that the filter leaves, with the facts that each one has under it. */
async function showIndex(shown) {
  const hits = new Map();
  for (const id of shown) hits.set(store.page[id], (hits.get(store.page[id]) ?? 0) + 1);
  const named = await pagesNaming();
  if (state.page !== null) return;
  const listed = store.pages.map((_, n) => n).filter((n) => !isFiltered() || hits.has(n) || named.has(n));
  const body = h("tbody");
  const rows = listed.map((n) => () => indexRow(n, hits.get(n) ?? 0));
  byId("text").replaceChildren(indexHeader(listed.length), indexTable(body), ...stretches(rows, body, "版"));
  if (!listed.length) byId("text").append(emptyNote("没有一版符合这些条件。"));
}

/** Return the pages whose text or headline holds every word searched for, when only words are searched for. */
async function pagesNaming() {
  const wanted = searchWords();
  const found = new Set();
  if (!wanted.length || state.city || state.kinds.length || state.confidences.length) return found;
  for (let n = 0; n < store.pages.length; n += 1) {
    const text = await searchableText(n);
    if (wanted.every((word) => text.includes(word))) found.add(n);
  }
  return found;
}

const pageTexts = [];

async function searchableText(page) {
  if (pageTexts[page] === undefined) {
    const { source, stories } = await textOf(page);
    const lines = stories.flatMap((story) => [
      ...story.headline.map((line) => line[1]),
      ...story.paragraphs.map(([text]) => text),
    ]);
    pageTexts[page] = [source, ...lines].join("\n").toLowerCase();
  }
  return pageTexts[page];
}

function indexHeader(count) {
  const total = store.pages.length;
  return h(
    "div",
    { class: "page-header" },
    h("h2", { class: "page-source" }, count === total ? `全部 ${total} 版` : `${total} 版中的 ${count} 版`),
  );
}

function indexTable(body) {
  const head = ["版面", "日期", "稿件", "数字", "符合"].map((name, n) =>
    h("th", { scope: "col", class: n > 1 ? "number" : null }, name),
  );
  return h(
    "table",
    { class: "index" },
    h("caption", { class: "unseen" }, "版面索引"),
    h("thead", {}, h("tr", {}, head)),
    body,
  );
}

function indexRow(page, hits) {
  const { source, title, date, stories, facts } = store.pages[page];
  const open = h(
    "button",
    { type: "button", class: "plain", onclick: () => update({ page, story: null, fact: null }) },
    title ?? shortSource(source),
  );
  const number = (value) => h("td", { class: "number" }, value);
  return h(
    "tr",
    { "data-page": page },
    h("th", { scope: "row" }, open, title ? h("span", { class: "source" }, shortSource(source)) : null),
    h("td", { class: "date" }, date ?? ""),
    number(stories),
    number(facts),
    number(hits),
  );
}

/** Put rows into a body a stretch at a time; return the button that brings the next one, if any is left. */
function stretches(rows, body, noun) {
  let drawn = 0;
  const more = h("button", { type: "button", class: "more" });
  const draw = () => {
    body.append(...rows.slice(drawn, drawn + STRETCH).flatMap((row) => row()));
    drawn = Math.min(rows.length, drawn + STRETCH);
    more.textContent = `再显示 ${Math.min(STRETCH, rows.length - drawn)} ${noun}（共 ${rows.length}）`;
    more.hidden = drawn >= rows.length;
  };
  more.addEventListener("click", draw);
  draw();
  if (more.hidden) return [];
  new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && draw(), {
    rootMargin: "400px",
  }).observe(more);
  return [more];
}
