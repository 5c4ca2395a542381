import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { inCheckout } from "#lib/cli/paths.ts";
import { sources } from "#tests/architecture/sources.ts";

const rows = readFileSync(inCheckout("docs/glossary.md"), "utf8")
  .split("\n")
  .filter((line) => line.startsWith("| "))
  .map((line) => line.split("|").map((cell) => cell.trim()))
  .filter(([, japanese]) => japanese !== "Japanese" && !japanese?.startsWith("---"));

const schemas = readdirSync(inCheckout("prisma/schema")).map((file) =>
  readFileSync(inCheckout(`prisma/schema/${file}`), "utf8"),
);
const code = [
  ...sources.filter(({ file }) => !file.startsWith("tests/")).map(({ text }) => text),
  ...schemas,
].join("\n");
const words = new Set(code.match(/[\w.]+/g));

describe("the glossary", () => {
  it("names nothing that the code calls otherwise", () => {
    const names = rows.flatMap(([, japanese, , inCode = ""]) =>
      [...inCode.matchAll(/`([^`]+)`/g)].flatMap(([, name = ""]) =>
        [...name.matchAll(/[\w.]+/g)].map(([word]) => ({ japanese, word })),
      ),
    );
    expect(names.length).toBeGreaterThan(80);
    const known = (word: string) => word.split(".").every((part) => words.has(part)) || words.has(word);
    expect(names.filter(({ word }) => !known(word))).toEqual([]);
  });

  it("has one row for each Japanese word", () => {
    const said = rows.map(([, japanese]) => japanese);
    expect(said.filter((japanese, index) => said.indexOf(japanese) !== index)).toEqual([]);
  });
});
