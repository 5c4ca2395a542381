import {
  type BrowserContext,
  type BrowserContextOptions,
  test as base,
  expect,
  type Page,
} from "@playwright/test";
import { type Login, plainBrowsers, type Session } from "#tests/support/e2e-people.ts";
import { Records } from "#tests/support/e2e-records.ts";
import { type Watch, watchJourney } from "#tests/support/e2e-watch.ts";
import { makeWorld, type World } from "#tests/support/e2e-world.ts";

type OfTest = {
  /** Records what should not happen; the test fails if anything did. */
  watch: Watch;
  /** Makes what a journey begins with, by requests. */
  records: Records;
  world: World;
  /** A window of a signed-in person, in a browser of their own. */
  as: (login: Login, options?: BrowserContextOptions) => Promise<Page>;
  /** A window of somebody who is not signed in. */
  stranger: (options?: BrowserContextOptions) => Promise<Page>;
  /** A window in a browser of the reader's that stays open for the whole process: to look at pages, one after another. */
  looking: (reader: Login | undefined) => Promise<Page>;
};
type OfWorker = {
  system: string;
  /** People without a window, each signed in once per process. */
  plain: ReturnType<typeof plainBrowsers>;
  sessionOf: (login: Login) => Promise<Session>;
  /** The browsers that stay open, by their readers; "" is nobody who signed in. */
  lookers: Map<Login | "", BrowserContext>;
  /** Records to open pages with, made once per process. */
  worldOf: { made?: World };
};

/** The test function of the journeys: people by their login, and a watch over every window that a journey opens. */
export const test = base.extend<OfTest, OfWorker>({
  system: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the needed fixtures from the pattern
    async ({}, use) => {
      const { E2E_BASE_URL } = process.env;
      if (!E2E_BASE_URL) throw new Error("E2E_BASE_URL is not set: the set-up did not run.");
      await use(E2E_BASE_URL);
    },
    { scope: "worker" },
  ],
  plain: [
    async ({ system }, use) => {
      const browsers = plainBrowsers(system);
      await use(browsers);
      await browsers.close();
    },
    { scope: "worker" },
  ],
  sessionOf: [
    async ({ plain }, use) => {
      await use(async (login) => (await plain.of(login)).http.storageState());
    },
    { scope: "worker" },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the needed fixtures from the pattern
  lookers: [async ({}, use) => use(new Map()), { scope: "worker" }],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the needed fixtures from the pattern
  worldOf: [async ({}, use) => use({}), { scope: "worker" }],
  watch: [
    async ({ system }, use) => {
      const watch = watchJourney(system);
      await use(watch);
      expect(watch.problems(), "console errors, other hosts, failures, keys in addresses").toEqual([]);
    },
    { auto: true },
  ],
  stranger: async ({ browser, watch }, use) => {
    const opened: Page[] = [];
    await use(async (options) => {
      const context = await browser.newContext(options);
      watch.follow(context);
      const page = await context.newPage();
      opened.push(page);
      return page;
    });
    for (const page of opened) await page.context().close();
  },
  looking: async ({ browser, watch, sessionOf, lookers }, use) => {
    const closings: (() => Promise<void>)[] = [];
    await use(async (reader) => {
      const context =
        lookers.get(reader ?? "") ??
        (await browser.newContext(reader ? { storageState: await sessionOf(reader) } : {}));
      lookers.set(reader ?? "", context);
      const unfollow = watch.follow(context);
      const page = await context.newPage();
      closings.push(async () => {
        await page.close();
        unfollow();
      });
      return page;
    });
    for (const close of closings) await close();
  },
  records: async ({ plain, watch }, use) => {
    await use(new Records(plain.of, watch));
  },
  world: [
    async ({ plain, watch, worldOf }, use) => {
      worldOf.made ??= await makeWorld(plain.of, watch);
      await use(worldOf.made);
    },
    { timeout: 240_000 },
  ],
  as: async ({ stranger, sessionOf }, use) => {
    await use(async (login, options) => stranger({ ...options, storageState: await sessionOf(login) }));
  },
});

export { expect };
