import { readdirSync } from "node:fs";
import { inCheckout } from "#lib/cli/paths.ts";
import { expect, test } from "#tests/support/e2e-fixtures.ts";
import { lookAt } from "./pages/look.ts";
import { documents, handlers, pages, type Route } from "./routes.ts";

test("every page and handler of the app folder has an entry in the registry, and no entry is stale", () => {
  const files = readdirSync(inCheckout("app"), { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => /(^|\/)(page\.tsx|route\.ts)$/.test(file));
  const entries = [...pages, ...documents].map(({ file }) => file);
  expect([...new Set([...entries, ...handlers])].sort()).toEqual(files.sort());
});

const readerOf = ({ readers }: Route) => (readers === "anyone" ? undefined : readers[0]);

for (const route of pages) {
  for (const state of [{ name: "" }, ...(route.states ?? [])]) {
    const name = `${route.file.replace(/\/?page\.tsx$/, "") || "top"} ${state.name}`.trim();
    test(`${name} is accessible at every width and in every mode`, async ({ looking, world }) => {
      const page = await looking("reader" in state ? state.reader : readerOf(route));
      const path = "path" in state && state.path ? state.path : route.path;
      const answer = await page.goto(path(world));
      expect(answer?.status()).toBe(200);
      if ("show" in state) await state.show?.(page);
      await lookAt(page, name);
    });
  }
}

test("the page that does not exist says so, accessibly", async ({ stranger, watch }) => {
  watch.allow(/status of 404/);
  const page = await stranger();
  const answer = await page.goto("/nothing-here");
  expect(answer?.status()).toBe(404);
  await lookAt(page, "not-found");
});
