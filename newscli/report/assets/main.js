// From the choice to what is seen, and from a hand on one side to the other.

let current = { shown: [], city: [], first: 0, past: 0 };
let drawnPage;

/** Change the choice, write it to the address, and draw what it changes. */
function update(changes) {
  const turns = "page" in changes && changes.page !== state.page;
  Object.assign(state, changes);
  writeAddress(turns);
  return render();
}

/** Another page is a step that the browser's back button takes back; a filter is not. */
function writeAddress(turns) {
  const hash = writeHash();
  const address = hash ? `#${hash}` : location.pathname + location.search;
  if (turns) history.pushState(null, "", address);
  else history.replaceState(null, "", address);
}

async function render() {
  current = applyFilter();
  current.shown = inOrder(current.shown);
  showCounts(current);
  showChips("kinds", KINDS, "kinds", tally(current.kinds, "kind"));
  showChips("confidences", CONFIDENCES, "confidences", tally(current.confidences, "confidence"));
  showTree(current.city);
  if (state.page !== null) showStories(current.story);
  byId("story-field").hidden = state.page === null;
  showView();
  showRight();
  await showLeft();
}

function showRight() {
  const { view } = state;
  if (view === "plots") showPlots(current.shown);
  else if (view === "map") showMap(current.shown);
  else showTable(current.shown);
}

async function showLeft() {
  byId("layers").hidden = state.page === null;
  if (state.page === null) await showIndex(current.shown);
  else if (drawnPage !== state.page) {
    await showPage(state.page);
    byId("text-pane").scrollTop = 0;
  }
  drawnPage = state.page;
  paintMarks(current.shown);
  paintWords();
}

/** Choose a fact (or none): open its row, mark its text, bring the other side into view. */
async function choose(id, from) {
  const turns = id !== null && state.page !== store.page[id];
  if (turns) await update({ fact: id, page: store.page[id] });
  else {
    state.fact = id;
    writeAddress(false);
    paintMarks(current.shown);
    paintRows();
  }
  if (id !== null) showBoth(id, from);
}

/** Bring both ends of a fact into view; the end that was clicked stays where it is. */
function showBoth(id, from) {
  const mark = document.querySelector(`#text mark.fact[data-fact="${id}"]`);
  const row = document.querySelector(`#facts [data-row="${id}"]`);
  const inText = from?.closest("#text");
  const narrow = getComputedStyle(byId("tab-text")).display !== "none";
  if (narrow && from) update({ view: inText ? "facts" : "text" });
  if (mark && !inText) reveal(mark, "center");
  if (row && (!from || inText)) reveal(row, "center");
  announce(`${cell(id, "surface")}，${cell(id, "sentence")}`);
}

/** Light up both ends of the fact under the pointer or the focus. */
function light(event) {
  const id = event.type.endsWith("out")
    ? undefined
    : event.target.closest?.("[data-fact], [data-row], [data-dot]")?.dataset;
  const number = id?.fact ?? id?.row ?? id?.dot;
  for (const lit of document.querySelectorAll(".lit")) lit.classList.remove("lit");
  if (number === undefined) return;
  for (const end of document.querySelectorAll(`#text mark.fact[data-fact="${number}"], #facts [data-row="${number}"]`))
    end.classList.add("lit");
  if (event.type === "focusin") followFocus(event.target, number);
}

/** A fact reached by key brings its other end along. */
function followFocus(target, number) {
  if (!target.matches(":focus-visible")) return;
  const other = target.closest("#text") ? `#facts [data-row="${number}"]` : `#text mark.fact[data-fact="${number}"]`;
  const end = document.querySelector(other);
  if (end) reveal(end);
}

function clickFact(event) {
  const end = event.target.closest("mark.fact[data-fact], .fact-row");
  if (!end || String(getSelection())) return;
  const id = Number(end.dataset.fact ?? end.dataset.row);
  choose(state.fact === id ? null : id, end);
}

function beforePrint() {
  if (state.view !== "facts") showTable(current.shown);
  openAllRows();
}

async function begin() {
  await loadStore();
  indexPaths();
  readHash();
  openBranches(state.city);
  byId("search").value = state.query;
  listenToControls();
  for (const name of ["mouseover", "mouseout", "focusin", "focusout"]) document.addEventListener(name, light);
  document.addEventListener("click", clickFact);
  document.addEventListener("keydown", listenToKeys);
  addEventListener("beforeprint", beforePrint);
  addEventListener("afterprint", render);
  addEventListener("hashchange", () => {
    readHash();
    byId("search").value = state.query;
    render();
  });
  await render();
  if (state.fact !== null) showBoth(state.fact);
  document.body.dataset.ready = "yes";
}

begin();
