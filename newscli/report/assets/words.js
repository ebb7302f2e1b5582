// The words searched for, lit up in the page without touching its elements.

const MOST_WORDS = 2000;

/** Light up what the search finds in the text shown, across the borders of marks. */
function paintWords() {
  if (!CSS.highlights) return;
  const wanted = searchWords();
  const ranges =
    wanted.length && state.page !== null
      ? [...byId("text").querySelectorAll(".story p, .story .line")].flatMap((block) => rangesIn(block, wanted))
      : [];
  CSS.highlights.set("found", new Highlight(...ranges.slice(0, MOST_WORDS)));
}

/** Return the ranges of words in a block, whose text may lie in many nodes. */
function rangesIn(block, wanted) {
  const nodes = textNodes(block);
  const whole = nodes
    .map((node) => node.data)
    .join("")
    .toLowerCase();
  return wanted.flatMap((word) => offsetsOf(whole, word).map((at) => rangeAt(nodes, at, at + word.length)));
}

function textNodes(block) {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  const nodes = [];
  while (walker.nextNode()) nodes.push(walker.currentNode);
  return nodes;
}

function offsetsOf(whole, word) {
  const offsets = [];
  for (let at = whole.indexOf(word); at >= 0; at = whole.indexOf(word, at + word.length)) offsets.push(at);
  return offsets;
}

/** Return the range between two offsets of the text that the nodes make together. */
function rangeAt(nodes, start, end) {
  const range = new Range();
  let before = 0;
  for (const node of nodes) {
    const after = before + node.data.length;
    if (before <= start && start < after) range.setStart(node, start - before);
    if (before < end && end <= after) {
      range.setEnd(node, end - before);
      break;
    }
    before = after;
  }
  return range;
}
