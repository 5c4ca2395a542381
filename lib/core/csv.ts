/** Characters that may stand unseen before a sign: blanks, control characters, marks of no width. */
const unseen = /^[\s\p{Cc}\p{Cf}]+/u;

/** The signs with which a spreadsheet lets a formula begin. */
const sign = /^[=+\-@−]/;

/**
 * Signs count in full width, small and raised too: a Japanese Excel reads ＝ as =, and no reader should have to know
 * which of them it reads.
 */
function isFormula(text: string): boolean {
  const seen = text.replace(unseen, "");
  return sign.test(seen) || sign.test(seen.slice(0, 2).normalize("NFKC"));
}

/**
 * A cell, quoted as RFC 4180 requires. Text that could be a formula, or begins with a tab or a line end, gets an
 * apostrophe in front, which makes it text (OWASP, CSV injection).
 */
function csvCell(text: string): string {
  const bare = text.replaceAll("\0", "");
  const risky = isFormula(bare) || /^[\t\r\n]/.test(bare);
  return `"${(risky ? `'${bare}` : bare).replaceAll('"', '""')}"`;
}

/** A line of a CSV, with its CRLF. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(",")}\r\n`;
}

/** The beginning of a CSV: the byte order mark that tells Excel it is UTF-8, and the names of the columns. */
export function csvHead(names: readonly string[]): string {
  return `\uFEFF${csvLine(names)}`;
}
