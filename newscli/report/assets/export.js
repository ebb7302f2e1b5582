// The filtered rows as a file, made here and handed to the browser: nothing is sent anywhere.

// A spreadsheet calculates a cell that opens with one of these; an apostrophe before it makes it text again.
const FORMULA = /^[ \n\u3000]*[=+\-@\t\r＝＋－＠]/;
const NUMBER = /^[+-]?\d+(\.\d+)?$/;

/** Return one CSV cell, quoted where needed, never a formula. */
function csvCell(value) {
  if (value === null || value === undefined) return "";
  const raw = String(value);
  const safe = raw.length > 1 && FORMULA.test(raw) && !NUMBER.test(raw) ? `'${inert(raw)}` : inert(raw);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function toCsv(rows) {
  const columns = Object.keys(rows[0] ?? {});
  return [columns, ...rows.map((row) => columns.map((name) => row[name]))]
    .map((cells) => `${cells.map(csvCell).join(",")}\r\n`)
    .join("");
}

function toJson(rows) {
  return `[\n${rows.map((row) => JSON.stringify(row)).join(",\n")}\n]\n`;
}

/** Hand the rows shown to the browser as a file; CSV opens with a byte-order mark, as spreadsheets need. */
function download(format) {
  const rows = current.shown.map(factAt);
  const [body, type] = format === "csv" ? [`\ufeff${toCsv(rows)}`, "text/csv"] : [toJson(rows), "application/json"];
  const address = URL.createObjectURL(new Blob([body], { type: `${type};charset=utf-8` }));
  h("a", { href: address, download: `newscli-facts.${format}` }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  announce(`已导出 ${rows.length} 行`);
}
