/** What stands before a sign without being seen: blanks, control characters, marks of no width. */
const unseen = /^[\s\p{Cc}\p{Cf}]+/u;

/** What a spreadsheet takes for a formula. */
const sign = /^[=+\-@−]/;

/** Also in full width, small or raised: a Japanese Excel reads ＝ as =, and no reader has to know which of them it reads. */
function isFormula(text: string): boolean {
  const seen = text.replace(unseen, "");
  return sign.test(seen) || sign.test(seen.slice(0, 2).normalize("NFKC"));
}

/**
 * A cell: quoted as RFC 4180 wants it. What could be a formula, or begins with a tab or a line end, begins with an
 * apostrophe and so is text (OWASP, CSV injection).
 */
function csvCell(text: string): string {
  const bare = text.replaceAll("\0", "");
  const risky = isFormula(bare) || /^[\t\r\n]/.test(bare);
  return `"${(risky ? `'${bare}` : bare).replaceAll('"', '""')}"`;
}

/** A line of a CSV with its CRLF. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(",")}\r\n`;
}

/** The beginning of a file: the byte order mark, by which Excel knows UTF-8, and the names of the columns. */
export function csvHead(names: readonly string[]): string {
  return `\uFEFF${csvLine(names)}`;
}
