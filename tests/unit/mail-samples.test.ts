import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { inCheckout } from "#lib/cli/paths.ts";

test("every template of a mail has samples, and the gallery shows them", () => {
  const templates = readdirSync(inCheckout("lib/mail/templates"));
  const gallery = readFileSync(inCheckout("app/(dev)/dev/gallery/papers.tsx"), "utf8");
  const without = templates.filter((file) => {
    const text = readFileSync(inCheckout(`lib/mail/templates/${file}`), "utf8");
    return !/export const samples\b/.test(text) || !gallery.includes(`#lib/mail/templates/${file}`);
  });
  expect(without).toEqual([]);
});
