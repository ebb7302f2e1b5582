// The left side: the page as stories, with what was found in them marked.

const LAYERS = ["fact", "place", "name", "time"];

/** Show a page; the marks carry the numbers of its facts. */
async function showPage(page) {
  const text = await textOf(page);
  if (state.page !== page) return;
  const context = { first: factsOf(page)[0], places: text.places };
  const stories = text.stories.map((story) => storyElement(story, context));
  byId("text").replaceChildren(
    h("div", {}, pageHeader(text, page), stories.length ? stories : emptyNote("这一版没有读出稿件。")),
  );
}

function emptyNote(text) {
  return h("p", { class: "empty" }, text);
}

function pageHeader(text, page) {
  const many = store.pages.length > 1;
  const facts = [text.paper, text.date, `${text.stories.length} 篇稿件`].filter(Boolean).join(" · ");
  return h(
    "div",
    { class: "page-header" },
    (many &&
      h(
        "nav",
        { class: "page-turn", "aria-label": "翻版" },
        turn("← 全部", null, true),
        turn("上一版", page - 1),
        turn("下一版", page + 1),
      )) ||
      null,
    h("p", { class: "page-source" }, shortSource(text.source)),
    h("p", { class: "page-facts" }, facts),
  );
}

function turn(label, page, always = false) {
  const open = () => update({ page, story: null, fact: null });
  return h("button", { type: "button", class: "plain", disabled: !always && !store.pages[page], onclick: open }, label);
}

function storyElement(story, context) {
  const id = `story-${story.number}`;
  return h(
    "article",
    { class: `story ${story.type}`, id, "data-story": story.number, "aria-labelledby": `${id}-head` },
    storyHeader(story, context, id),
    story.paragraphs.map(([text, marks]) => h("p", {}, markedText(text, marks, context))),
    story.to ? h("p", { class: "jump" }, `下转${story.to}`) : null,
  );
}

function storyHeader(story, context, id) {
  const lines = (role) =>
    story.headline
      .filter((line) => line[0] === role)
      .map(([, text, marks]) => h("span", { class: "line" }, markedText(text, marks, context)));
  const side = (role) => (lines(role).length ? h("p", { class: role }, lines(role)) : null);
  const main = lines("main").length ? lines("main") : [h("span", { class: "line untitled" }, `第 ${story.number} 篇`)];
  return h(
    "header",
    {},
    side("section"),
    side("kicker"),
    h("h2", { id: `${id}-head` }, main),
    side("deck"),
    storyLine(story),
  );
}

/** Who signs, from where, and what kind of story: one quiet line. */
function storyLine(story) {
  const signed = story.bylines.map(([role, name]) =>
    h(
      "span",
      { class: "signed" },
      role ? h("span", { class: "role" }, role) : null,
      h("span", { class: "name" }, name),
    ),
  );
  const type = TYPES[story.type] ? [h("span", { class: "type" }, TYPES[story.type])] : [];
  const from = story.from ? [h("span", {}, `上接${story.from}`)] : [];
  const dateline = story.dateline ? [h("span", {}, story.dateline)] : [];
  const lines = h("span", { class: "lines" }, `第 ${story.lines[0]}–${story.lines[1]} 行`);
  return h("p", { class: "story-line" }, type, from, dateline, signed, lines);
}

/** Return text as nodes, marks nested; where two cross, the later one is cut. Offsets count code points. */
function markedText(text, marks, context) {
  const characters = /[\ud800-\udfff]/.test(text) ? Array.from(text) : null;
  const slice = (from, to) => (characters ? characters.slice(from, to).join("") : text.slice(from, to));
  let next = 0;
  const between = (from, to) => {
    const nodes = [];
    let at = from;
    while (next < marks.length && marks[next][0] < to) {
      const [start, end, layer, target] = marks[next];
      next += 1;
      const stop = Math.min(end, to);
      if (start > at) nodes.push(slice(at, start));
      nodes.push(markElement(LAYERS[layer], target, between(start, stop), context));
      at = stop;
    }
    if (at < to) nodes.push(slice(at, to));
    return nodes;
  };
  return between(0, characters ? characters.length : text.length);
}

function markElement(layer, target, children, { first, places }) {
  if (layer === "fact") return factMark(first + target, children);
  if (layer === "place") return placeMark(places[target], children);
  return h("span", { class: layer }, children);
}

function factMark(id, children) {
  const kind = cell(id, "kind");
  const attributes = {
    class: `fact kind-${kind}`,
    "data-fact": id,
    role: "button",
    tabindex: -1,
    "aria-pressed": "false",
  };
  return h("mark", { ...attributes, title: `${KINDS[kind] ?? kind} ${valueText(factAt(id))}` }, children);
}

function placeMark([name, path, code, inName], children) {
  const title = [path || name, code, inName ? "名称中的地名" : ""].filter(Boolean).join(" · ");
  return h("span", { class: inName ? "place in-name" : "place", title }, children);
}

/** Fade the marks that the filter leaves out, and keep one of the others in the tab order. */
function paintMarks(shown) {
  const visible = new Set(shown);
  const marks = [...byId("text").querySelectorAll("mark.fact")];
  for (const mark of marks) {
    const id = Number(mark.dataset.fact);
    mark.classList.toggle("off", !visible.has(id));
    mark.classList.toggle("selected", id === state.fact);
    mark.setAttribute("aria-pressed", String(id === state.fact));
    mark.tabIndex = -1;
  }
  const entry =
    marks.find((mark) => mark.classList.contains("selected")) ?? marks.find((mark) => !mark.classList.contains("off"));
  if (entry) entry.tabIndex = 0;
  for (const story of byId("text").querySelectorAll(".story")) {
    story.classList.toggle("quiet", state.story !== null && Number(story.dataset.story) !== state.story);
  }
}
