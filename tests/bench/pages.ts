import { readFileSync } from "node:fs";
import { type Browser, chromium } from "playwright";
import { z } from "zod";
import { browserArguments, findBrowser } from "#lib/cli/browser.ts";
import { inCheckout } from "#lib/cli/paths.ts";
import { type Bench, percentile, round } from "#tests/bench/bench.ts";
import { openPortal } from "#tests/bench/portal/portal.ts";
import { pages } from "#tests/e2e/routes.ts";
import { type Login, plainBrowsers, type Session } from "#tests/support/e2e-people.ts";
import { watchJourney } from "#tests/support/e2e-watch.ts";
import { makeWorld, type World } from "#tests/support/e2e-world.ts";

const goal = { scriptKb: 75, lcpSeconds: 2, cls: 0.05 };
/**
 * A phone on a slow connection: 1.6 Mbit/s down, 750 kbit/s up, a round trip of 150 ms, and a quarter of this machine's
 * speed.
 */
const line = {
  offline: false,
  latency: 150,
  downloadThroughput: 1_600_000 / 8,
  uploadThroughput: 750_000 / 8,
};
const cpuRate = 4;
/** How often each page is opened afresh; the median counts. */
const visits = 3;

type Visit = {
  scripts: Map<string, number>;
  lcpMs: number;
  cls: number;
  requests: number;
  foreign: string[];
};

/** Runs in the page from its start: records the largest paint and every layout shift. */
function observe(): void {
  const noted = { lcp: 0, cls: 0 };
  Object.assign(globalThis, { noted });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) noted.lcp = entry.startTime;
  }).observe({ type: "largest-contentful-paint", buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      if (
        "value" in entry &&
        typeof entry.value === "number" &&
        !("hadRecentInput" in entry && entry.hadRecentInput)
      )
        noted.cls += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
}

const noted = z.object({
  lcp: z.number(),
  cls: z.number(),
  scripts: z.array(z.tuple([z.string(), z.number()])),
});

/** Opens an address over the slow connection, in a browser that has never been to the portal. */
async function visit(
  browser: Browser,
  url: string,
  path: string,
  session: Session | undefined,
): Promise<Visit> {
  const context = await browser.newContext({
    locale: "ja-JP",
    ...(session ? { storageState: session } : {}),
  });
  const page = await context.newPage();
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  const cdp = await context.newCDPSession(page);
  await cdp.send("Network.enable");
  await cdp.send("Network.emulateNetworkConditions", line);
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: cpuRate });
  await page.addInitScript(observe);
  const answer = await page.goto(new URL(path, url).href, { waitUntil: "networkidle", timeout: 120_000 });
  if (answer?.status() !== 200) throw new Error(`${path} answered ${answer?.status()}.`);
  const found = noted.parse(
    await page.evaluate(() => ({
      ...(globalThis as unknown as { noted: object }).noted,
      scripts: performance
        .getEntriesByType("resource")
        .filter((entry) => entry instanceof PerformanceResourceTiming && /\.js(\?|$)/.test(entry.name))
        .map((entry) => [entry.name, (entry as PerformanceResourceTiming).encodedBodySize]),
    })),
  );
  await context.close();
  const own = new URL(url).host;
  return {
    scripts: new Map(found.scripts.map(([name, bytes]) => [new URL(name).pathname, bytes])),
    lcpMs: found.lcp,
    cls: found.cls,
    requests: asked.length,
    foreign: asked.filter((address) => /^https?:/.test(address) && new URL(address).host !== own),
  };
}

const bytesOf = (scripts: Map<string, number>) =>
  [...scripts.values()].reduce((sum, bytes) => sum + bytes, 0);

/** The scripts that every page of this build loads, even an empty one. */
function frameworkFiles(): string[] {
  const manifest = z.object({ rootMainFiles: z.array(z.string()) });
  const file = inCheckout(".next/build-manifest.json");
  return manifest.parse(JSON.parse(readFileSync(file, "utf8"))).rootMainFiles.map((name) => `/_next/${name}`);
}

type Target = { name: string; path: (world: World) => string; login: Login | undefined };

/** Every page of the registry, and those of its states that have an address. */
const targets: Target[] = pages
  .filter(({ file }) => !file.startsWith("(dev)/"))
  .flatMap(({ file, path, readers, states = [] }) => {
    const name = file.replace(/\/?page\.tsx$/, "");
    const login = readers === "anyone" ? undefined : readers[0];
    const own = states.flatMap((state) =>
      state.path ? [{ name: `${name} ${state.name}`, path: state.path, login }] : [],
    );
    return [{ name, path, login }, ...own];
  });

const middle = (values: readonly number[]) => percentile(values, 0.5);

/**
 * Measures what a page costs on a first visit, over a slow connection on a slow phone: script compared with an empty
 * page of the same build, largest paint, layout shift, requests to other hosts.
 */
export async function run(): Promise<Bench> {
  const portal = await openPortal();
  const browser = await chromium.launch({ executablePath: await findBrowser(), args: browserArguments });
  const { url } = portal;
  const people = plainBrowsers(url);
  try {
    const sessionOf = async (login: Login): Promise<Session> => (await people.of(login)).http.storageState();
    const world = await makeWorld(people.of, watchJourney(url), { mailbox: false });
    const rows: Bench["rows"] = [];
    const reached: { page: string; scriptKb: number; lcpSeconds: number; cls: number; foreign: number }[] =
      [];
    let empty = 0;
    for (const { name, path, login } of targets) {
      const session = login && (await sessionOf(login));
      const seen: Visit[] = [];
      for (let index = 0; index < visits; index += 1)
        seen.push(await visit(browser, url, path(world), session));
      const [first] = seen;
      if (!first) continue;
      empty ||= frameworkFiles().reduce((sum, file) => sum + (first.scripts.get(file) ?? 0), 0);
      const row = {
        page: name || "top",
        scriptKb: round((bytesOf(first.scripts) - empty) / 1000),
        lcpSeconds: round(middle(seen.map(({ lcpMs }) => lcpMs)) / 1000, 2),
        cls: round(Math.max(...seen.map(({ cls }) => cls)), 3),
        foreign: seen.reduce((sum, { foreign }) => sum + foreign.length, 0),
      };
      reached.push(row);
      const met =
        row.scriptKb <= goal.scriptKb &&
        row.lcpSeconds <= goal.lcpSeconds &&
        row.cls <= goal.cls &&
        row.foreign === 0;
      rows.push({
        page: row.page,
        "script KB": round(bytesOf(first.scripts) / 1000),
        "above empty": row.scriptKb,
        "LCP s": row.lcpSeconds,
        CLS: row.cls,
        requests: first.requests,
        "other hosts": row.foreign,
        met: met ? "yes" : "NO",
      });
    }
    return {
      title: `First visit at 1.6 Mbit/s, 150 ms, a quarter of the speed (empty page ${round(empty / 1000)} KB; goal: +${goal.scriptKb} KB, LCP ${goal.lcpSeconds} s, CLS ${goal.cls}, no other host)`,
      rows,
      json: {
        emptyKb: round(empty / 1000),
        goal,
        worst: {
          scriptKb: Math.max(...reached.map(({ scriptKb }) => scriptKb)),
          lcpSeconds: Math.max(...reached.map(({ lcpSeconds }) => lcpSeconds)),
          cls: Math.max(...reached.map(({ cls }) => cls)),
          foreign: Math.max(...reached.map(({ foreign }) => foreign)),
        },
        pages: reached,
      },
    };
  } finally {
    await people.close();
    await browser.close();
    await portal.close();
  }
}
