// The values that the file carries: blocks unpacked, rows found by number, texts opened only when shown.

const store = {
  pages: [],
  points: {},
  block: 1,
  folder: "", // what all sources begin with, shown nowhere
  chunks: [], // rows, a chunk of pages at a time, column by column
  total: 0,
  page: [], // page of each fact
  series: [], // lists of facts
  texts: new Map(), // block number → texts of its pages
};

/** Return the value of a block, unpacking it where it is compressed. */
async function readBlock(id) {
  const element = byId(id);
  if (element.type === "application/json") return JSON.parse(element.textContent);
  const packed = Uint8Array.from(atob(element.textContent.trim()), (c) => c.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return JSON.parse(await new Response(stream).text());
}

/** Load the index and all rows; the texts stay packed. */
async function loadStore() {
  Object.assign(store, await readBlock("index"));
  for (let n = 0; n * store.block < store.pages.length; n += 1) addChunk(await readBlock(`facts-${n}`));
}

function addChunk(chunk) {
  const start = store.total;
  chunk.counts.forEach((count, n) => {
    store.pages[chunk.first + n].start = store.total;
    store.total += count;
    for (let i = 0; i < count; i += 1) store.page.push(chunk.first + n);
  });
  for (const line of chunk.series) store.series.push(line.map((n) => n + start));
  store.chunks.push({ start, columns: chunk.columns });
}

/** Return the chunk that holds a fact. */
function chunkOf(id) {
  return store.chunks[Math.floor(store.page[id] / store.block)];
}

function cellOf(column, n) {
  if ("constant" in column) return column.constant;
  return "plain" in column ? column.plain[n] : column.listed[column.cells[n]];
}

/** Return one value of a fact. */
function cell(id, name) {
  const chunk = chunkOf(id);
  return cellOf(chunk.columns[name], id - chunk.start);
}

/** Return a fact as `newscli facts` prints it, with the path of its place. */
function factAt(id) {
  const { start, columns } = chunkOf(id);
  return Object.fromEntries(Object.keys(columns).map((name) => [name, cellOf(columns[name], id - start)]));
}

/** Return a page's text. */
async function textOf(page) {
  const block = Math.floor(page / store.block);
  if (!store.texts.has(block)) store.texts.set(block, await readBlock(`texts-${block}`));
  return store.texts.get(block)[page % store.block];
}

/** A page's source without the folder that all share. */
const shortSource = (source) => source.slice(store.folder.length) || source;

/** The first fact of a page, and the one past its last. */
function factsOf(page) {
  const { start, facts } = store.pages[page];
  return [start, start + facts];
}
