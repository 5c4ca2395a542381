import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { criteria } from "#components/accessibility/criteria.ts";
import { CRITERION_STATES, jisOf } from "#components/accessibility/criterion.ts";
import { inCheckout } from "#lib/cli/paths.ts";

// WCAG 2.2 without 4.1.1, which it made obsolete: 31 criteria of level A, 24 of level AA.
const wcag22 = `
  1.1.1 1.2.1 1.2.2 1.2.3 1.2.4 1.2.5 1.3.1 1.3.2 1.3.3 1.3.4 1.3.5 1.4.1 1.4.2 1.4.3 1.4.4 1.4.5 1.4.10 1.4.11
  1.4.12 1.4.13 2.1.1 2.1.2 2.1.4 2.2.1 2.2.2 2.3.1 2.4.1 2.4.2 2.4.3 2.4.4 2.4.5 2.4.6 2.4.7 2.4.11 2.5.1 2.5.2
  2.5.3 2.5.4 2.5.7 2.5.8 3.1.1 3.1.2 3.2.1 3.2.2 3.2.3 3.2.4 3.2.6 3.3.1 3.3.2 3.3.3 3.3.4 3.3.7 3.3.8 4.1.2 4.1.3`
  .trim()
  .split(/\s+/);

describe("the accessibility statement", () => {
  it("answers for each of the 55 criteria of WCAG 2.2 A and AA, once, in their order", () => {
    expect(wcag22).toHaveLength(55);
    expect(criteria.map(({ id }) => id)).toEqual(wcag22);
    expect(criteria.filter(({ level }) => level === "A")).toHaveLength(31);
  });

  it("says for each how it is met or what is missing", () => {
    for (const { id, name, how } of criteria) {
      expect(name.length, id).toBeGreaterThan(2);
      expect(how, id).toMatch(/^.{6,}。$/);
    }
  });

  it("maps the 37 criteria that JIS X 8341-3:2016 shares, and says of the 18 newer ones that it has them not", () => {
    expect(criteria.filter(({ id }) => jisOf(id) === id)).toHaveLength(37);
    expect(criteria.filter(({ id }) => jisOf(id) === "なし")).toHaveLength(18);
  });

  it("names no test that does not exist", () => {
    const named = criteria.flatMap(({ proof }) => proof);
    expect([...new Set(named)].filter((file) => !existsSync(inCheckout(file)))).toEqual([]);
  });

  it("stands in docs/accessibility.md with the same 55 rows", () => {
    const rows = readFileSync(inCheckout("docs/accessibility.md"), "utf8")
      .split("\n")
      .filter((line) => /^\| \d\.\d\.\d/.test(line))
      .map((line) =>
        line
          .split("|")
          .slice(1, -1)
          .map((cell) => cell.trim()),
      );
    expect(rows).toEqual(
      criteria.map(({ id, level, name, state, how, proof }) => [
        `${id} ${name}`,
        level,
        jisOf(id),
        CRITERION_STATES[state],
        how,
        proof.join(", ") || "by eye",
      ]),
    );
  });
});
