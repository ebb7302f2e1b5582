// The map: divisions as dots over a plain graticule. Coordinates place a dot; they are no survey.

const MAP = { width: 600, height: 440, left: 42, right: 592, top: 8, bottom: 414, dots: 400, labels: 26 };

/** Draw the divisions of the facts; a division without coordinates is named below. */
function showMap(ids) {
  const groups = mapGroups(ids);
  const placed = groups.filter(([path]) => store.points[path]);
  const missing = groups.filter(([path]) => !store.points[path]);
  if (!placed.length) {
    byId("map").replaceChildren(emptyNote("这些数字的地点没有坐标。"));
    return;
  }
  const words = `地图：${placed.length} 个地区，最多的是${placed
    .slice(0, 5)
    .map(([path, count]) => `${nameOf(path)} ${count} 处`)
    .join("、")}`;
  const note = missing.length
    ? `圆点大小表示数字的多少，虚圈为全省。未标出：${missing
        .slice(0, 12)
        .map(([path, count]) => `${nameOf(path)} ${count}`)
        .join("、")}。`
    : "圆点大小表示数字的多少，虚圈为全省。";
  const rows = groups.map(([path, count]) => [
    path,
    count,
    store.points[path] ? store.points[path].map((n) => n.toFixed(2)).join(", ") : "—",
  ]);
  byId("map").replaceChildren(
    figure("涉及地区", note, mapDrawing(placed.slice(0, MAP.dots), words), {
      columns: ["地区", "数字", "经度, 纬度"],
      rows,
    }),
  );
}

/** Facts by division; by city when there are too many divisions for one drawing. */
function mapGroups(ids) {
  const depth = new Set(ids.map((id) => store.path[id])).size > 120 ? 2 : 4;
  const counts = new Map();
  for (const id of ids) {
    const path = cell(id, "path");
    if (path === null) continue;
    const key = placedPath(path.split("/").slice(0, depth).join("/"));
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]));
}

/** The path itself, or the nearest division around it that has coordinates: a zone stands where its city stands. */
function placedPath(path) {
  let around = path;
  while (around && !store.points[around]) around = around.slice(0, Math.max(0, around.lastIndexOf("/")));
  return around || path;
}

/** Return the window on the earth that holds all dots, with room around them. */
function windowOf(points) {
  const [lons, lats] = [points.map((p) => p[0]), points.map((p) => p[1])];
  const middle = [(Math.min(...lons) + Math.max(...lons)) / 2, (Math.min(...lats) + Math.max(...lats)) / 2];
  const stretch = Math.cos((middle[1] * Math.PI) / 180);
  const [wide, high] = [MAP.right - MAP.left, MAP.bottom - MAP.top];
  const spanLon = Math.max(Math.max(...lons) - Math.min(...lons), 0.6) * 1.16;
  const spanLat = Math.max(Math.max(...lats) - Math.min(...lats), 0.5) * 1.16;
  const scale = Math.min(wide / (spanLon * stretch), high / spanLat);
  return {
    x: (lon) => (MAP.left + MAP.right) / 2 + (lon - middle[0]) * stretch * scale,
    y: (lat) => (MAP.top + MAP.bottom) / 2 - (lat - middle[1]) * scale,
    lons: [middle[0] - wide / 2 / stretch / scale, middle[0] + wide / 2 / stretch / scale],
    lats: [middle[1] - high / 2 / scale, middle[1] + high / 2 / scale],
  };
}

function graticule({ x, y, lons, lats }) {
  const { left, right, top, bottom } = MAP;
  const meridians = ticksOf(...lons, 6).map((lon) =>
    s(
      "g",
      { class: "grid" },
      s("line", { x1: x(lon), x2: x(lon), y1: top, y2: bottom }),
      svgText(x(lon), bottom + 16, `${Math.abs(lon)}°${lon < 0 ? "W" : "E"}`, {
        class: "tick",
        "text-anchor": "middle",
      }),
    ),
  );
  const parallels = ticksOf(...lats, 5).map((lat) =>
    s(
      "g",
      { class: "grid" },
      s("line", { x1: left, x2: right, y1: y(lat), y2: y(lat) }),
      svgText(left - 5, y(lat) + 4, `${Math.abs(lat)}°${lat < 0 ? "S" : "N"}`, { class: "tick", "text-anchor": "end" }),
    ),
  );
  return [
    s("rect", { class: "frame", x: left, y: top, width: right - left, height: bottom - top }),
    meridians,
    parallels,
  ];
}

function mapDrawing(placed, words) {
  const view = windowOf(placed.map(([path]) => store.points[path]));
  const most = placed[0][1];
  const spots = placed.map(([path, count]) => {
    const [lon, lat] = store.points[path];
    return { path, count, x: view.x(lon), y: view.y(lat), r: 4 + 14 * Math.sqrt(count / most) };
  });
  const dots = spots.map((spot) =>
    s(
      "circle",
      {
        class: spotClass(spot.path),
        cx: spot.x,
        cy: spot.y,
        r: spot.r,
        "data-city": spot.path,
        onclick: () => chooseCity(spot.path),
      },
      s("title", {}, `${spot.path} ${spot.count} 处`),
    ),
  );
  return drawing(MAP.width, MAP.height, words, graticule(view), dots, labelsOf(spots));
}

/** A province stands at its capital, yet lies all around it: a ring, not a dot. */
function spotClass(path) {
  const wide = !/\/|市$|特别行政区$/.test(path);
  return `spot${wide ? " province" : ""}${path === state.city ? " selected" : ""}`;
}

/** Name the larger dots, leaving out a name that would lie on another. */
function labelsOf(spots) {
  const taken = [];
  const labels = [];
  for (const spot of [...spots].sort((a, b) => b.path.includes("/") - a.path.includes("/"))) {
    if (labels.length >= MAP.labels) break;
    const name = nameOf(spot.path);
    const width = widthOf(name);
    const left = spot.x + spot.r + 3 + width > MAP.right ? spot.x - spot.r - 3 - width : spot.x + spot.r + 3;
    const box = [left, spot.y - 8, left + width, spot.y + 8];
    if (taken.some((other) => box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3]))
      continue;
    taken.push(box);
    labels.push(svgText(left, spot.y + 4, name, { class: "place-name" }));
  }
  return labels;
}
