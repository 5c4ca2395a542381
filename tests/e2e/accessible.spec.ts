import { readdirSync } from "node:fs";
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { inCheckout } from "#lib/cli/paths.ts";
import { expect, test } from "#tests/support/e2e-fixtures.ts";
import { modesOf, shapesOf } from "./pages/look.ts";
import { documents, handlers, pages, type Route } from "./routes.ts";

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

test("every page and handler of the app folder has an entry in the registry, and no entry is stale", () => {
  const files = readdirSync(inCheckout("app"), { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => /(^|\/)(page\.tsx|route\.ts)$/.test(file));
  const entries = [...pages, ...documents].map(({ file }) => file);
  expect([...new Set([...entries, ...handlers])].sort()).toEqual(files.sort());
});

/** Looks at the page as it stands, at the two widths of the design, and in the modes that readers need. */
async function look(page: Page, name: string): Promise<void> {
  for (const width of [1280, 375]) {
    await page.setViewportSize({ width, height: 900 });
    const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
    const found = violations.map(({ id, help, nodes }) => `${id}: ${help} — ${nodes[0]?.html}`);
    expect.soft(found, `axe at ${width} px`).toEqual([]);
    expect.soft(await shapesOf(page), `headings, labels and targets at ${width} px`).toEqual([]);
    // SCREENSHOTS=1 keeps every state as a picture, to be looked at beside the design.
    if (!process.env.SCREENSHOTS) continue;
    await page.screenshot({
      path: inCheckout("test-results/screenshots", `${name} ${width}.png`.replace(/[/[\]() ]+/g, "-")),
      fullPage: true,
    });
  }
  expect
    .soft(await modesOf(page), "320 px, spaced text, forced colours, reduced motion, paper")
    .toEqual({ narrow: [], spaced: [], unfolded: [], forced: [], moving: [], paper: [] });
}

const readerOf = ({ readers }: Route) => (readers === "anyone" ? undefined : readers[0]);

for (const route of pages) {
  for (const state of [{ name: "" }, ...(route.states ?? [])]) {
    const name = `${route.file.replace(/\/?page\.tsx$/, "") || "top"} ${state.name}`.trim();
    test(`${name} is accessible at every width and in every mode`, async ({ as, stranger, world }) => {
      const reader = readerOf(route);
      const page = reader ? await as(reader) : await stranger();
      const path = "path" in state && state.path ? state.path : route.path;
      const answer = await page.goto(path(world));
      expect(answer?.status()).toBe(200);
      if ("show" in state) await state.show?.(page);
      await look(page, name);
    });
  }
}

test("the page that does not exist says so, accessibly", async ({ stranger, watch }) => {
  watch.allow(/status of 404/);
  const page = await stranger();
  const answer = await page.goto("/nothing-here");
  expect(answer?.status()).toBe(404);
  await look(page, "not-found");
});
