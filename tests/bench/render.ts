import autocannon from "autocannon";
import { type Bench, percentile, round } from "#tests/bench/bench.ts";
import { openPortal } from "#tests/bench/portal/portal.ts";
import { pages } from "#tests/e2e/routes.ts";
import { startCountedWeb } from "#tests/support/counted-web.ts";
import { plainBrowsers, type Session } from "#tests/support/e2e-people.ts";
import { watchJourney } from "#tests/support/e2e-watch.ts";
import { makeWorld } from "#tests/support/e2e-world.ts";

const connections = 16;
const rounds = Number(process.env.RENDER_ROUNDS ?? 3);
const seconds = 1;
/** Requests before the measurement, because a server that has just started runs uncompiled code. */
const warmUp = 60;

/** The goal for a page, as a share of the empty page's requests per second. */
const goals: Readonly<Record<string, number>> = {
  "(dev)/dev/gate": 0.8,
  "(obligee)/verify": 0.65,
  "(contractor)/desk/contracts": 0.5,
  "(branch)/branch": 0.5,
  "(contractor)/desk": 0.4,
  "(contractor)/desk/applications/[id]": 0.4,
  "(contractor)/desk/contracts/[id]": 0.4,
  "(branch)/branch/applications/[id]": 0.4,
  "(public)": 2,
  "(public)/help": 2,
  "(public)/obligees": 2,
  "(public)/accessibility": 2,
};

type Target = { name: string; url: string; cookie: string };
type Measured = {
  shares: number[];
  perSecond: number[];
  bytes: number;
  statements: number;
  transactions: number;
};

async function perSecond({ name, url, cookie }: Target, until: { duration: number } | { amount: number }) {
  const result = await autocannon({ url, headers: cookie ? { cookie } : {}, connections, ...until });
  const answers = Object.keys(result.statusCodeStats ?? {});
  if (answers.some((code) => code !== "200") || result.errors > 0 || answers.length === 0)
    throw new Error(`${name}: ${JSON.stringify(result.statusCodeStats)}, ${result.errors} errors.`);
  return result.requests.average;
}

const cookieOf = ({ cookies }: Session) => cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
const middle = (values: readonly number[]) => percentile(values, 0.5);

/**
 * Measures what every page costs the server: requests per second as a share of those of an empty page of the same
 * build, measured right before it in the same round; the median of the rounds. Also the bytes of its HTML and its
 * statements.
 */
export async function run(): Promise<Bench> {
  const portal = await openPortal();
  const { url } = portal;
  const people = plainBrowsers(url);
  try {
    const world = await makeWorld(people.of, watchJourney(url), { mailbox: false });
    const targets: Target[] = [];
    for (const { file, path, readers } of pages) {
      const name = file.replace(/\/?page\.tsx$/, "");
      if (name.startsWith("(dev)/") && name !== "(dev)/dev/gate") continue;
      const login = readers === "anyone" ? undefined : readers[0];
      const cookie = login ? cookieOf(await (await people.of(login)).http.storageState()) : "";
      targets.push({ name, url: new URL(path(world), url).href, cookie });
    }
    const counted = await startCountedWeb(portal.variables);
    const empty: Target = { name: "an empty page", url: `${url}/dev/bare`, cookie: "" };
    const emptyPerSecond: number[] = [];
    const measured = new Map<string, Measured>();
    await perSecond(empty, { amount: warmUp * 10 });
    for (const target of targets) {
      const html = await fetch(target.url, { headers: { cookie: target.cookie } });
      const bytes = (await html.arrayBuffer()).byteLength;
      await perSecond(target, { amount: warmUp });
      const { statements, transactions } = await counted.count(target.url, target.cookie);
      measured.set(target.name, { shares: [], perSecond: [], bytes, statements, transactions });
    }
    await counted.close();
    for (let index = 0; index < rounds; index += 1)
      for (const target of targets) {
        const beside = await perSecond(empty, { duration: seconds });
        const reached = await perSecond(target, { duration: seconds });
        emptyPerSecond.push(beside);
        measured.get(target.name)?.perSecond.push(reached);
        measured.get(target.name)?.shares.push(reached / beside);
      }
    const rows = [...measured].map(([name, page]) => ({
      page: name,
      "per second": round(middle(page.perSecond)),
      "of the empty page": round(middle(page.shares), 2),
      goal: goals[name] ?? "",
      "HTML KB": round(page.bytes / 1000),
      statements: page.statements,
      transactions: page.transactions,
    }));
    return {
      title: `Pages beside an empty one of the same build (${round(middle(emptyPerSecond))} a second), ${connections} connections`,
      rows,
      json: { emptyPerSecond: round(middle(emptyPerSecond)), connections, pages: rows },
    };
  } finally {
    await people.close();
    await portal.close();
  }
}
