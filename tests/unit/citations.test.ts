import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import { inCheckout } from "#lib/cli/paths.ts";

const read = (file: string) => readFileSync(inCheckout(file), "utf8");
const domain = read("docs/domain.md");
const own = "tests/unit/citations.test.ts";

const folders = ["app", "components", "docs", "lib", "prisma", "tests"];
const written = /\.(tsx?|mjs|md|sql|prisma|css)$/;

/** Every text of the repository that may cite something; generated ones are left out. */
const texts = [
  ...readdirSync(inCheckout(".")).filter((file) => /\.(ts|md)$/.test(file) && !file.endsWith(".d.ts")),
  ...folders.flatMap((folder) =>
    readdirSync(inCheckout(folder), { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile() && written.test(entry.name))
      .map((entry) => relative(inCheckout("."), join(entry.parentPath, entry.name)))
      .filter((file) => file !== own && !file.includes("/generated/")),
  ),
].map((file) => ({ file, text: read(file) }));

/** The matches of `pattern`, which has one group, each as "file: citation". */
function cited(pattern: RegExp): { at: string; name: string }[] {
  return texts.flatMap(({ file, text }) =>
    [...text.matchAll(pattern)].map(([whole, name = ""]) => ({ at: `${file}: ${whole}`, name })),
  );
}

const missing = (citations: { at: string; name: string }[], known: ReadonlySet<string>) =>
  citations.filter(({ name }) => !known.has(name)).map(({ at }) => at);

describe("a citation", () => {
  it("of docs/domain.md names a section that is there", () => {
    const sections = new Set(
      [...domain.matchAll(/^#{2,3} (\d(?:\.\d)?)[. ]/gm)].map(([, number = ""]) => number),
    );
    const citations = cited(/docs\/domain\.md (\d+(?:\.\d+)?)/g);
    expect(citations.length).toBeGreaterThan(20);
    expect(missing(citations, sections)).toEqual([]);
  });

  it("of docs/quality.md names a bar that has a row", () => {
    const bars = new Set(
      [...read("docs/quality.md").matchAll(/^\| ([A-D]\d\d) /gm)].map(([, bar = ""]) => bar),
    );
    const citations = cited(/docs\/quality\.md ([A-D]\d\d)/g);
    expect(citations.length).toBeGreaterThan(4);
    expect(missing(citations, bars)).toEqual([]);
  });

  it("of a decision names one that was taken", () => {
    const decisions = new Set(readdirSync(inCheckout("docs/decisions")).map((file) => file.slice(0, 4)));
    expect(missing(cited(/\bdecisions?[ /](\d{4})\b/g), decisions)).toEqual([]);
  });

  it("names no page that is not in the repository", () => {
    const pages = new Set(texts.map(({ file }) => file.split("/").at(-1) ?? ""));
    expect(missing(cited(/(?<![\w./-])(?:docs\/)?(?:[\w-]+\/)*([A-Za-z][\w-]*\.md)\b/g), pages)).toEqual([]);
  });

  it("does not name a section of the leaflet or a bar bare, where nobody can follow it", () => {
    const bare = cited(/(?:leaflet,? \d|(?<!docs\/)domain\.md \d|\((?:quality bar )?[A-D]\d\d\))/g)
      .map(({ at }) => at)
      .filter((at) => !at.startsWith("docs/domain.md"));
    expect(bare).toEqual([]);
  });
});

describe("the facts of the business", () => {
  it("each say whether they were found, inferred, decided by us or not found", () => {
    const lines = [...domain.matchAll(/^- .*$/gm)].map(([line]) => line);
    const marked = /^- \*\*(found|inferred|ours|not found)\*\*/;
    expect(lines.length).toBeGreaterThan(50);
    expect(lines.filter((line) => !marked.test(line))).toEqual([]);
  });

  it("name a source of the list wherever they were found", () => {
    const [before = "", list = ""] = domain.split("## 8. Sources");
    const sources = [...list.matchAll(/^\| ([^|]+?) +\|/gm)].map(([, names]) => names).join(", ");
    const [facts = ""] = before.slice(before.indexOf("## 1.")).split("## 6.");
    const found = facts.split("\n").filter((line) => line.startsWith("- **found**"));
    expect(found.length).toBeGreaterThan(25);
    /** What may follow a source: a place in it, or how a number was checked. */
    const detail = /^(\d|art\. .*|notes on the certificate|recomputed|run on Node)$/;
    for (const line of found) {
      const named = [...line.matchAll(/\[([^\]]+)\]/g)].flatMap(([, names = ""]) => names.split(/[,;] /));
      expect(named, line).not.toEqual([]);
      expect(
        named.filter((name) => !detail.test(name) && !sources.includes(name)),
        line,
      ).toEqual([]);
    }
  });
});
