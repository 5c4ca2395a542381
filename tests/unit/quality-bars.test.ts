import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { inCheckout } from "#lib/cli/paths.ts";

const text = readFileSync(inCheckout("docs/quality.md"), "utf8");

describe("the list of quality bars", () => {
  it("has a row for each bar of the user experience, with a proof or an honest word", () => {
    const rows = [...text.matchAll(/^\| (A\d\d) +\| (.+?) +\| (.+?) +\|$/gm)];
    const bars = Array.from({ length: 35 }, (_, index) => `A${String(index + 1).padStart(2, "0")}`);
    expect([...new Set(rows.map(([, bar]) => bar))].sort()).toEqual(bars);
    for (const [row, , what = "", where = ""] of rows) {
      expect(what.length, row).toBeGreaterThan(10);
      expect(where, row).toMatch(/^(tests|docs)\/|npm run bench|^not yet$/);
      if (where === "not yet") expect(what, row).toContain("not yet");
    }
  });

  it("names no file that does not exist", () => {
    const named = [
      ...text.matchAll(/\b(?:tests|docs|app|components|lib|prisma|public)\/[^\s|,;`)]+\.[a-z]+/g),
    ].map(([file]) => file);
    expect(named.length).toBeGreaterThan(0);
    expect([...new Set(named)].filter((file) => !existsSync(inCheckout(file)))).toEqual([]);
  });
});
