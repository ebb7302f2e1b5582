// What is shown: the choice an editor makes, kept in the address so that it can be sent to a colleague.

const NOWHERE = "?";
const state = {
  page: null,
  city: "",
  kinds: [],
  confidences: [],
  story: null,
  query: "",
  fact: null,
  view: "facts",
  order: "page",
};

const PARAMETERS = {
  page: [
    (v) => (v === null ? "" : String(v + 1)),
    (v) => (/^\d+$/.test(v) && v >= 1 && v <= store.pages.length ? v - 1 : null),
  ],
  city: [(v) => v, (v) => v],
  kinds: [(v) => v.join(","), (v) => v.split(",").filter((kind) => kind in KINDS)],
  confidences: [(v) => v.join(","), (v) => v.split(",").filter((level) => level in CONFIDENCES)],
  story: [(v) => (v === null ? "" : String(v)), (v) => (/^\d+$/.test(v) ? Number(v) : null)],
  query: [(v) => v, (v) => v],
  fact: [
    (v) => (v === null ? "" : String(v + 1)),
    (v) => (/^\d+$/.test(v) && v >= 1 && v <= store.total ? v - 1 : null),
  ],
  order: [(v) => (v === "size" ? v : ""), (v) => (v === "size" ? v : "page")],
  view: [(v) => (v === "facts" ? "" : v), (v) => (["text", "facts", "plots", "map"].includes(v) ? v : "facts")],
};
const ADDRESS = {
  page: "page",
  city: "city",
  kinds: "kind",
  confidences: "confidence",
  story: "story",
  query: "q",
  fact: "fact",
  order: "order",
  view: "view",
};

/** Return the choice as the part of the address behind #. */
function writeHash() {
  const parameters = new URLSearchParams();
  for (const [key, [write]] of Object.entries(PARAMETERS)) {
    if (key === "page" && store.pages.length === 1) continue;
    if (write(state[key])) parameters.set(ADDRESS[key], write(state[key]));
  }
  return parameters.toString().replaceAll("%2F", "/").replaceAll("%2C", ",");
}

/** Take the choice from the address. */
function readHash() {
  const parameters = new URLSearchParams(location.hash.slice(1));
  for (const [key, [, read]] of Object.entries(PARAMETERS)) state[key] = read(parameters.get(ADDRESS[key]) ?? "");
  if (store.pages.length === 1) state.page = 0;
  if (state.fact !== null) state.page = store.page[state.fact];
  if (state.page === null) state.story = null;
}

/** Return every path of the rows with its number, and that number for each fact. */
function indexPaths() {
  const numbers = new Map();
  store.paths = [];
  store.path = new Int32Array(store.total).fill(-1);
  for (let id = 0; id < store.total; id += 1) {
    const path = cell(id, "path");
    if (path === null) continue;
    if (!numbers.has(path)) numbers.set(path, store.paths.push(path) - 1);
    store.path[id] = numbers.get(path);
  }
}

const isWithin = (path, city) => path === city || path.startsWith(`${city}/`);

const searchWords = () => state.query.toLowerCase().split(/\s+/).filter(Boolean);

const searchable = [];

/** What the text search reads of a fact besides its sentence, put together once. */
function readable(id) {
  const fields = ["surface", "subject", "path", "time", "headline"];
  return (searchable[id] ??= fields
    .map((name) => cell(id, name) ?? "")
    .join("\n")
    .toLowerCase());
}

/** Return the test whether a fact or its sentence holds a word; a sentence of many facts is read once. */
function holdsWord(word) {
  const sentences = new Map();
  return (id) => {
    if (readable(id).includes(word)) return true;
    const sentence = cell(id, "sentence");
    if (!sentences.has(sentence)) sentences.set(sentence, sentence.toLowerCase().includes(word));
    return sentences.get(sentence);
  };
}

/** Return one test for each part of the choice; a part that chooses nothing has none. */
function conditions() {
  const tests = {};
  if (state.city === NOWHERE) tests.city = (id) => store.path[id] < 0;
  else if (state.city) {
    const inside = store.paths.map((path) => isWithin(path, state.city));
    tests.city = (id) => store.path[id] >= 0 && inside[store.path[id]];
  }
  if (state.kinds.length) tests.kinds = (id) => state.kinds.includes(cell(id, "kind"));
  if (state.confidences.length) tests.confidences = (id) => state.confidences.includes(cell(id, "confidence"));
  if (state.story !== null) tests.story = (id) => cell(id, "article") === state.story;
  const holds = searchWords().map(holdsWord);
  if (holds.length) tests.query = (id) => holds.every((test) => test(id));
  return tests;
}

/** Return the facts that pass, and for each part of the choice those that pass all *other* parts (for its counts). */
function applyFilter() {
  const tests = Object.entries(conditions());
  const [first, past] = state.page === null ? [0, store.total] : factsOf(state.page);
  const result = { shown: [], city: [], kinds: [], confidences: [], story: [], first, past };
  for (let id = first; id < past; id += 1) {
    const failed = [];
    for (const [name, passes] of tests) {
      if (!passes(id) && failed.push(name) > 1) break;
    }
    if (failed.length === 0) result.shown.push(id);
    if (failed.length === 0) for (const part of ["city", "kinds", "confidences", "story"]) result[part].push(id);
    else if (failed.length === 1 && failed[0] !== "query") result[failed[0]].push(id);
  }
  return result;
}

const isFiltered = () => Object.keys(conditions()).length > 0;

/** Return how often each value stands in a column. */
function tally(ids, name) {
  const counts = new Map();
  for (const id of ids) {
    const value = cell(id, name);
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}
