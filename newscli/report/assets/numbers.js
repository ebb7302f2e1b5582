// Numbers as people read them. Values are decimal strings from end to end; only drawings turn them into floats.

const KINDS = {
  count: "数量",
  money: "金额",
  percent: "百分比",
  percentage_point: "百分点",
  measure: "计量",
  duration: "时长",
  rank: "位次",
  ratio: "倍比",
};
const CONFIDENCES = { high: "高", medium: "中", low: "低" };
const HEDGES = {
  exact: "确数",
  about: "约数",
  nearly: "接近",
  under: "不足",
  over: "超过",
  at_least: "至少",
  at_most: "至多",
  range: "区间",
  several: "概数",
  top: "前列",
};
const SIGNS = { about: "≈ ", nearly: "< ", under: "< ", over: "> ", at_least: "≥ ", at_most: "≤ " };
const CHANGES = { increase: "增", decrease: "减" };
const TYPES = { photo: "图片", continuation: "续文", notice: "启事" };
// Places of a magnitude, its name, and the decimals with which it still reads better than the digits in full.
const MAGNITUDES = [
  [12, "万亿", 4],
  [8, "亿", 4],
  [4, "万", 2],
];

/** "376000000" → "3.76 亿"; exact, or else the digits in full. */
function human(value) {
  const [, sign, digits, decimals] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(value) ?? [];
  if (digits === undefined) return value;
  const [places, name, most] = MAGNITUDES.find(([length]) => digits.length > length) ?? [];
  const tail = places && digits.slice(-places).replace(/0+$/, "");
  if (places && !decimals && tail.length <= most) {
    return `${sign}${grouped(digits.slice(0, -places))}${tail && "."}${tail} ${name}`;
  }
  return sign + grouped(digits) + (decimals ? `.${decimals}` : "");
}

/** "1234567" → "1,234,567" */
function grouped(digits) {
  return digits.length > 4 ? digits.replace(/\B(?=(\d{3})+$)/g, ",") : digits;
}

/** "3760000" with "0.5" → digits in full, for the detail of a fact. */
function inFull(value) {
  const [, sign, digits, rest] = /^(-?)(\d+)(\.\d+)?$/.exec(value) ?? [];
  return digits === undefined ? value : sign + digits.replace(/\B(?=(\d{3})+$)/g, ",") + (rest ?? "");
}

/** The unit with its rate: 元/亩, 吨/小时. */
function unitOf(fact) {
  const unit = fact.unit === "%" ? "%" : fact.unit ? ` ${fact.unit}` : "";
  return unit + (fact.per ? `/${fact.per}` : "");
}

/** A fact's value at a glance: "> 40 家", "3–6 月", "+12.5%". */
function valueText(fact) {
  const text = changeSign(fact) + (SIGNS[fact.hedge] ?? "") + numberText(fact) + unitOf(fact);
  return text.replace(/([万亿]) /u, "$1");
}

function numberText(fact) {
  if (fact.value !== null) return fact.kind === "rank" ? `第 ${human(fact.value)}` : human(fact.value);
  const [low, high] = [fact.low, fact.high].map((bound) => (bound === null ? "" : human(bound)));
  return low && high ? `${low}–${high}` : low || high || "?";
}

function changeSign(fact) {
  return fact.change === "increase" ? "↑ " : fact.change === "decrease" ? "↓ " : "";
}

/** Both bounds in full: "[40, ∞)" as an editor would say it. */
function boundsText(fact) {
  if (fact.low !== null && fact.low === fact.high) return inFull(fact.low);
  const low = fact.low === null ? "不限" : inFull(fact.low);
  const high = fact.high === null ? "不限" : inFull(fact.high);
  return `${low} 至 ${high}`;
}

/** A float for drawing: the value, or the middle of its bounds; null where there is none. */
function sizeOf(fact) {
  const bounds = [fact.low, fact.high].filter((bound) => bound !== null).map(Number);
  const size = fact.value !== null ? Number(fact.value) : bounds.reduce((sum, n) => sum + n, 0) / (bounds.length || 1);
  return Number.isFinite(size) && (fact.value !== null || bounds.length) ? size : null;
}
