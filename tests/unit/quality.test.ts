import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { inCheckout } from "#lib/cli/paths.ts";

const text = readFileSync(inCheckout("docs/quality.md"), "utf8");

describe("the list of quality bars", () => {
  it("names no file that does not exist", () => {
    const named = [
      ...text.matchAll(/\b(?:tests|docs|app|components|lib|prisma|public)\/[^\s|,;`)]+\.[a-z]+/g),
    ].map(([file]) => file);
    expect(named.length).toBeGreaterThan(0);
    expect([...new Set(named)].filter((file) => !existsSync(inCheckout(file)))).toEqual([]);
  });
});
