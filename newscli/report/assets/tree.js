// The tree of divisions: provinces, their cities, their counties, with the facts that each one has.

const tree = { open: new Set(), search: "" };

/** Return the divisions of the facts as a tree; a division counts what lies inside it. */
function divisionsOf(ids) {
  const root = { name: "", path: "", count: 0, nowhere: 0, children: new Map() };
  const counts = new Map();
  for (const id of ids) counts.set(store.path[id], (counts.get(store.path[id]) ?? 0) + 1);
  for (const [number, count] of counts) {
    if (number < 0) root.nowhere = count;
    else grow(root, store.paths[number], count);
  }
  return root;
}

function grow(root, path, count) {
  let node = root;
  for (const name of path.split("/")) {
    if (!node.children.has(name)) {
      node.children.set(name, { name, path: node.path ? `${node.path}/${name}` : name, count: 0, children: new Map() });
    }
    node = node.children.get(name);
    node.count += count;
  }
}

const bySize = (node) => [...node.children.values()].sort((a, b) => b.count - a.count || a.path.localeCompare(b.path));

const holds = (node, text) => node.path.includes(text) || bySize(node).some((child) => holds(child, text));

/** Draw the tree for the facts that pass all other filters. */
function showTree(ids) {
  const focused = byId("tree").contains(document.activeElement);
  const root = divisionsOf(ids);
  const search = tree.search.trim();
  const groups = bySize(root)
    .filter((node) => holds(node, search))
    .map((node) => treeItem(node, 1, search));
  const open = root.nowhere && !search ? [plainItem("未定地点", NOWHERE, root.nowhere)] : [];
  byId("tree").replaceChildren(plainItem("全部地区", "", ids.length), ...groups, ...open);
  byId("city-label").textContent = inert(
    state.city === NOWHERE ? "未定地点" : state.city.split("/").at(-1) || "全部地区",
  );
  const items = [...byId("tree").querySelectorAll("[role=treeitem]")];
  const entry = items.find((item) => item.dataset.path === state.city) ?? items[0];
  entry.tabIndex = 0;
  if (focused) entry.focus();
}

function plainItem(name, path, count) {
  return h(
    "li",
    {
      role: "treeitem",
      "aria-level": 1,
      "aria-selected": String(state.city === path),
      "data-path": path,
      tabindex: -1,
    },
    itemLabel(name, count),
  );
}

function itemLabel(name, count, hasBranch = false) {
  const twisty = h("span", { class: hasBranch ? "twisty" : "twig", "aria-hidden": "true" });
  return h(
    "span",
    { class: "tree-label" },
    twisty,
    h("span", { class: "tree-name" }, name),
    h("span", { class: "count" }, count),
  );
}

function treeItem(node, level, search) {
  const children = bySize(node).filter((child) => holds(child, search) || node.path.includes(search));
  const open = tree.open.has(node.path) || (search && !node.name.includes(search));
  const attributes = {
    role: "treeitem",
    "aria-level": level,
    "aria-selected": String(state.city === node.path),
    "data-path": node.path,
    tabindex: -1,
  };
  if (children.length) attributes["aria-expanded"] = String(Boolean(open));
  const group =
    children.length && open
      ? h(
          "ul",
          { role: "group" },
          children.map((child) => treeItem(child, level + 1, search)),
        )
      : null;
  return h("li", attributes, itemLabel(node.name, node.count, children.length > 0), group);
}

/** Open or close a branch, and stay on it. */
function toggleBranch(item, open) {
  const { path } = item.dataset;
  if (open) tree.open.add(path);
  else tree.open.delete(path);
  showTree(current.city);
  focusItem(byId("tree").querySelector(`[data-path="${CSS.escape(path)}"]`));
}

function focusItem(item) {
  if (!item) return;
  for (const other of byId("tree").querySelectorAll("[tabindex='0']")) other.tabIndex = -1;
  item.tabIndex = 0;
  item.focus();
}

/** Arrow keys as in any tree. */
function treeKey(event) {
  const item = event.target.closest("[role=treeitem]");
  const items = [...byId("tree").querySelectorAll("[role=treeitem]")];
  const at = items.indexOf(item);
  const expanded = item?.getAttribute("aria-expanded");
  const moves = {
    ArrowDown: () => focusItem(items[at + 1]),
    ArrowUp: () => focusItem(items[at - 1]),
    Home: () => focusItem(items[0]),
    End: () => focusItem(items.at(-1)),
    ArrowRight: () => (expanded === "false" ? toggleBranch(item, true) : expanded && focusItem(items[at + 1])),
    ArrowLeft: () =>
      expanded === "true" ? toggleBranch(item, false) : focusItem(item.parentElement.closest("[role=treeitem]")),
    Enter: () => chooseCity(item.dataset.path),
    " ": () => chooseCity(item.dataset.path),
  };
  if (!item || !moves[event.key]) return;
  event.preventDefault();
  moves[event.key]();
}

function treeClick(event) {
  const item = event.target.closest("[role=treeitem]");
  if (!item) return;
  if (event.target.closest(".twisty")) toggleBranch(item, item.getAttribute("aria-expanded") === "false");
  else chooseCity(item.dataset.path);
}

function chooseCity(path) {
  openBranches(path);
  update({ city: path, fact: null });
}

/** Open a division and those above it. */
function openBranches(path) {
  const names = path.split("/");
  names.forEach((_, n) => tree.open.add(names.slice(0, n + 1).join("/")));
}
