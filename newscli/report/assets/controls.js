// The row of controls: what can be chosen, how many facts each choice would leave, and the keys.

/** Draw a group of buttons that may be pressed together. */
function showChips(id, labels, part, counts) {
  const chips = Object.entries(labels).map(([value, label]) => {
    const pressed = state[part].includes(value);
    const count = counts.get(value) ?? 0;
    if (!count && !pressed) return null;
    const toggle = () =>
      update({ [part]: pressed ? state[part].filter((v) => v !== value) : [...state[part], value], fact: null });
    const swatch = part === "kinds" ? h("span", { class: `swatch kind-${value}`, "aria-hidden": "true" }) : null;
    return h(
      "button",
      { type: "button", class: "chip", "aria-pressed": String(pressed), "data-value": value, onclick: toggle },
      swatch,
      label,
      " ",
      h("span", { class: "count" }, count),
    );
  });
  redraw(byId(id), chips.filter(Boolean));
}

/** Replace children and give the focus back to the one that had it. */
function redraw(parent, children) {
  const focused = parent.contains(document.activeElement) ? document.activeElement.dataset.value : undefined;
  parent.replaceChildren(...children);
  if (focused !== undefined) parent.querySelector(`[data-value="${CSS.escape(focused)}"]`)?.focus();
}

/** Draw the list of stories of the page shown. */
function showStories(ids) {
  const select = byId("story");
  const counts = tally(ids, "article");
  const headlines = new Map(ids.map((id) => [cell(id, "article"), cell(id, "headline")]));
  const shorten = (text) => (text.length > 22 ? `${text.slice(0, 21)}…` : text);
  const options = [...counts]
    .sort(([a], [b]) => a - b)
    .map(([number, count]) =>
      h("option", { value: number }, `${number}. ${shorten(headlines.get(number) ?? "无题")}（${count}）`),
    );
  select.replaceChildren(h("option", { value: "" }, "全部稿件"), ...options);
  select.value = state.story ?? "";
  byId("story-field").hidden = state.page === null;
}

function showCounts({ shown, first, past }) {
  const doubtful = tally(shown, "confidence").get("low") ?? 0;
  const doubt = doubtful ? `，其中 ${doubtful} 处待核` : "";
  const text = isFiltered()
    ? `${past - first} 处数字中的 ${shown.length} 处${doubt}`
    : `${shown.length} 处数字${doubt}`;
  byId("count").textContent = text;
  byId("clear").hidden = !isFiltered();
}

/** Wire everything that a hand can do. */
function listenToControls() {
  let waiting = 0;
  byId("search").addEventListener("input", (event) => {
    clearTimeout(waiting);
    waiting = setTimeout(() => update({ query: event.target.value.trim(), fact: null }), 150);
  });
  byId("story").addEventListener("change", (event) => {
    update({ story: event.target.value ? Number(event.target.value) : null, fact: null });
    if (state.story !== null) reveal(byId(`story-${state.story}`), "start");
  });
  byId("clear").addEventListener("click", () => {
    update({ city: "", kinds: [], confidences: [], story: null, query: "", fact: null });
    byId("search").value = "";
    byId("search").focus();
  });
  byId("csv").addEventListener("click", () => download("csv"));
  byId("json").addEventListener("click", () => download("json"));
  byId("help").addEventListener("click", () => byId("keys").showModal());
  listenToCity();
  listenToTabs();
  for (const box of document.querySelectorAll("[data-layer]")) box.addEventListener("change", showLayers);
}

function showLayers() {
  const hidden = [...document.querySelectorAll("[data-layer]")].filter((box) => !box.checked);
  byId("text").dataset.hide = hidden.map((box) => box.dataset.layer).join(" ");
}

function listenToCity() {
  const [button, panel] = [byId("city"), byId("city-panel")];
  const open = (yes) => {
    panel.hidden = !yes;
    button.setAttribute("aria-expanded", String(yes));
    if (yes) byId("city-search").focus();
  };
  button.addEventListener("click", () => open(panel.hidden));
  panel.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    open(false);
    button.focus();
    event.stopPropagation();
  });
  document.addEventListener(
    "pointerdown",
    (event) => !panel.hidden && !event.target.closest("#city, #city-panel") && open(false),
  );
  byId("city-search").addEventListener("input", (event) => {
    tree.search = event.target.value;
    showTree(current.city);
  });
  byId("city-search").addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown") focusItem(byId("tree").querySelector("[role=treeitem]"));
  });
  byId("tree").addEventListener("click", treeClick);
  byId("tree").addEventListener("keydown", treeKey);
}

function listenToTabs() {
  byId("order").addEventListener("change", (event) => update({ order: event.target.value }));
  const tabs = [...document.querySelectorAll("[role=tab]")];
  for (const tab of tabs) tab.addEventListener("click", () => update({ view: tab.dataset.view }));
  byId("tabs").addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const seen = tabs.filter((tab) => tab.offsetParent);
    if (!step) return;
    const next = seen.at((seen.indexOf(document.activeElement) + step) % seen.length);
    update({ view: next.dataset.view });
    next.focus();
  });
}

function showView() {
  byId("order").value = state.order;
  byId("order-field").hidden = !["facts", "text"].includes(state.view);
  document.body.dataset.view = state.view;
  for (const tab of document.querySelectorAll("[role=tab]")) {
    const chosen = tab.dataset.view === state.view;
    tab.setAttribute("aria-selected", String(chosen));
    tab.tabIndex = chosen ? 0 : -1;
  }
  for (const panel of document.querySelectorAll("[data-panel]"))
    panel.hidden = panel.dataset.panel !== (state.view === "text" ? "facts" : state.view);
}

const KEYS = {
  "/": () => byId("search").focus(),
  "?": () => byId("keys").showModal(),
  j: () => chooseNext(1),
  k: () => chooseNext(-1),
  t: () => crossOver(),
  "[": () => state.page > 0 && update({ page: state.page - 1, story: null, fact: null }),
  "]": () =>
    state.page !== null &&
    state.page + 1 < store.pages.length &&
    update({ page: state.page + 1, story: null, fact: null }),
};

/** Single keys work outside fields only, and can be switched off. */
function listenToKeys(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || byId("keys").open) return;
  if (event.key === "Escape" && state.fact !== null) choose(null);
  if (event.target.closest("input, select, textarea, [role=tree], [role=tablist]")) return;
  if (event.target.closest("mark.fact, .fact-open") && arrowKey(event)) return;
  if (!byId("keys-on").checked || !Object.hasOwn(KEYS, event.key)) return;
  event.preventDefault();
  KEYS[event.key]();
}

/** Arrows go from fact to fact, Enter chooses one. */
function arrowKey(event) {
  const id = Number(event.target.dataset.fact);
  const at = current.shown.indexOf(id);
  const to = {
    ArrowDown: at + 1,
    ArrowRight: at + 1,
    ArrowUp: at - 1,
    ArrowLeft: at - 1,
    Home: 0,
    End: current.shown.length - 1,
  }[event.key];
  const press = event.key === "Enter" || event.key === " ";
  if (to === undefined && !press) return false;
  event.preventDefault();
  if (press) choose(state.fact === id ? null : id, event.target);
  else focusFact(current.shown[to], event.target);
  return true;
}

function focusFact(id, from) {
  if (id === undefined) return;
  const side = from.closest("#text") ? "#text mark.fact" : "#facts .fact-open";
  const next = document.querySelector(`${side}[data-fact="${id}"]`);
  if (!next) return;
  from.tabIndex = -1;
  next.tabIndex = 0;
  next.focus();
}

/** Choose the next fact of those shown. */
function chooseNext(by) {
  const at = current.shown.indexOf(state.fact);
  const next = current.shown[at < 0 ? (by > 0 ? 0 : current.shown.length - 1) : at + by];
  if (next !== undefined) choose(next);
}

/** Move the focus from a mark to its row, or back. */
function crossOver() {
  const id = document.activeElement?.dataset?.fact ?? state.fact;
  const side = document.activeElement?.closest("#facts") ? "#text mark.fact" : "#facts .fact-open";
  document.querySelector(`${side}[data-fact="${id}"]`)?.focus();
}
