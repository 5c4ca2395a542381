import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvHead, csvLine } from "#lib/core/csv.ts";
import { chosenOf, cutPage, formatCount, placeOf, searchedText } from "#lib/core/pages.ts";

const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, "0")}`;

describe("pages of a list", () => {
  const rows = (...numbers: number[]) => numbers.map((n) => ({ id: id(n) }));
  const place = (n: number) => ({ value: null, id: id(n) });

  it("go on to older rows and back to newer ones without losing or repeating one", () => {
    expect(cutPage(rows(9, 8, 7), 2, {})).toEqual({ rows: rows(9, 8), older: id(8), newer: undefined });
    expect(cutPage(rows(7, 6), 2, { before: place(8) })).toEqual({
      rows: rows(7, 6),
      older: undefined,
      newer: id(7),
    });
    // One row too many was read: the newest of them belongs to the page before.
    expect(cutPage(rows(9, 8, 7), 2, { after: place(6) })).toEqual({
      rows: rows(8, 7),
      older: id(7),
      newer: id(8),
    });
    expect(cutPage(rows(9, 8), 2, { after: place(7) })).toEqual({
      rows: rows(9, 8),
      older: id(8),
      newer: undefined,
    });
  });

  it("are named in the URL by what orders them, and read back from there", () => {
    const cut = cutPage(rows(3, 2, 1), 2, {}, (row) => ({ value: "20000000", id: row.id }));
    expect(placeOf({ before: cut.older }, "yen")).toEqual({ before: { value: "20000000", id: id(2) } });
    expect(placeOf({ after: `2027-03-31.${id(1)}` }, "date")).toEqual({
      after: { value: "2027-03-31", id: id(1) },
    });
  });

  it.for([
    ["yen", id(1)],
    ["yen", `-1.${id(1)}`],
    ["yen", `2000000000000000000.${id(1)}`],
    ["date", `2027-02-30.${id(1)}`],
    ["date", `20270331.${id(1)}`],
    ["instant", `99999999999999.${id(1)}`],
    ["id", `1.${id(1)}`],
    ["id", "1 OR 1=1"],
    ["id", id(1).toUpperCase().replace("7", "g")],
  ] as const)("begin at the first row when the place is none of the order (%s, %s)", ([kind, text]) => {
    expect(placeOf({ before: text, after: ["a", "b"] }, kind)).toEqual({ before: undefined });
  });
});

describe("what a list is asked for", () => {
  it("is nothing when only blanks and hyphens are typed, or a choice is not offered", () => {
    expect([searchedText(" 　- "), searchedText(undefined), searchedText(["a"])]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(searchedText(" 道路　改良 ")).toBe("道路　改良");
    expect(searchedText("工".repeat(500))).toHaveLength(100);
    expect([chosenOf("a", { a: 1 }), chosenOf("toString", { a: 1 }), chosenOf("", { a: 1 })]).toEqual([
      "a",
      undefined,
      undefined,
    ]);
  });

  it("is counted to a thousand, in words", () => {
    expect(formatCount({ rows: 12, more: false })).toBe("12件");
    expect(formatCount({ rows: 1000, more: true })).toBe("1,000件以上");
  });
});

/** Reads one line as RFC 4180 writes it. */
function parse(line: string): string[] {
  const cells: string[] = [];
  const cell = /"((?:[^"]|"")*)"(,|\r\n)/gy;
  for (let found = cell.exec(line); found; found = cell.exec(line))
    cells.push((found[1] ?? "").replaceAll('""', '"'));
  return cells;
}

// Cells as an attacker would fill them: the beginning of a formula, hidden behind blanks and unseen characters.
const cell = fc.oneof(
  fc.string({ unit: "binary" }),
  fc
    .tuple(
      fc.array(fc.constantFrom(" ", "\t", "\r", "\n", "\0", "\u3000", "\u200B", "\uFEFF", "\u00A0"), {
        maxLength: 3,
      }),
      fc.constantFrom("=", "+", "-", "@", "＝", "＋", "－", "＠", "−", "﹢", "⁼", "₊", "﹫", "⁻"),
      fc.constantFrom('HYPERLINK("http://x","y")', "1+1", "cmd|' /C calc'!A0", ""),
    )
    .map(([before, sign, rest]) => `${before.join("")}${sign}${rest}`),
);

describe("a CSV", () => {
  it("holds no cell that a spreadsheet would take for a formula, and loses no other character (docs/quality.md C17)", () => {
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 8 }), (cells) => {
        const line = csvLine(cells);
        const read = parse(line);
        expect(read).toHaveLength(cells.length);
        for (const [n, text] of read.entries()) {
          const typed = (cells[n] ?? "").replaceAll("\0", "");
          expect(text.replace(/^'/, "")).toBe(typed.replace(/^'/, ""));
          // What a spreadsheet sees: the first visible character, in either width.
          const seen = text.replace(/[\s\p{Cc}\p{Cf}]/gu, "").normalize("NFKC");
          expect(seen).not.toMatch(/^[=+\-@−]/);
          expect(text).not.toMatch(/^[\t\r\n\0]/);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it("leaves harmless cells as they are and doubles quotation marks (RFC 4180)", () => {
    expect(csvLine(["35075-00000M", '道路"改良",工事', "20000000", "a\r\nb", ""])).toBe(
      '"35075-00000M","道路""改良"",工事","20000000","a\r\nb",""\r\n',
    );
    expect(csvHead(["番号"])).toBe('\uFEFF"番号"\r\n');
  });
});
