import autocannon from "autocannon";
import { inScope } from "#lib/core/db.ts";
import { paths } from "#lib/core/paths.ts";
import { listGuarantees } from "#lib/features/guarantees/queries.ts";
import { openKey } from "#lib/features/keys/commands.ts";
import { findStoredKey } from "#lib/features/keys/queries.ts";
import { anApplication, contractor } from "#prisma/seed/factories.ts";
import { type Bench, percentile, round } from "#tests/bench/bench.ts";
import { openPortal, type Portal } from "#tests/bench/portal/portal.ts";
import { bodyOf, formWith, signIn } from "#tests/bench/portal/visitor.ts";

const goalShare = 0.6;
const connections = 16;
const rounds = 6;
const seconds = 5;
/** Requests before the measurement, because a server that has just started runs uncompiled code. */
const warmUp = 400;

type Target = { what: string; options: autocannon.Options; expected: number };
type Round = { perSecond: number; p50: number; p99: number };
type Lookup = { contractNumber: string; key: string };

/** Issues guarantees for 小田原市 and reads their numbers and keys as their contractor would. */
async function issued({ mails }: Portal, count: number): Promise<Lookup[]> {
  for (let index = 0; index < count; index += 1) {
    const noticeEmail = `lookup-${index}@bench.example`;
    await anApplication().advanceOnly().with({ noticeEmail }).ordered();
    await mails.untilAccepted(noticeEmail, 1);
  }
  return inScope(contractor, async (tx) => {
    const found: Lookup[] = [];
    const asked = { today: "2026-04-01", form: "electronic" } as const;
    for (const { id, contractNumber } of await listGuarantees(tx, contractor, asked, {
      take: count,
      place: {},
    })) {
      const stored = await findStoredKey(tx, id);
      if (stored && contractNumber) found.push({ contractNumber, key: openKey(stored) });
    }
    return found;
  });
}

/** Successful lookups, posted as a browser without JavaScript would; every connection uses a number of its own. */
async function lookupTarget(portal: Portal): Promise<Target> {
  const known = await issued(portal, connections);
  const official = await signIn(portal.url, "odawara@demo.example");
  const form = formWith(await official.forms(paths.verify()), "照会する");
  const requests: { headers: Record<string, string>; body: Buffer }[] = [];
  for (const { contractNumber, key } of known) {
    const typed = { contractNumber, key };
    const target = await official.post(form, typed);
    if (!target.startsWith("/verify/results/")) throw new Error(`A right lookup led to ${target}.`);
    const encoded = new Response(bodyOf(form, typed));
    const type = encoded.headers.get("content-type") ?? "";
    const body = Buffer.from(await encoded.arrayBuffer());
    requests.push({ headers: { ...official.headers(), "content-type": type }, body });
  }
  let next = 0;
  return {
    what: "POST 照会する, number and key right",
    expected: 303,
    options: {
      url: new URL(paths.verify(), portal.url).href,
      method: "POST",
      setupClient: (client) => {
        const request = requests[next++ % requests.length];
        if (request) client.setHeadersAndBody(request.headers, request.body);
      },
    },
  };
}

/** A signed-in page with one scoped read, answered by the same server process. */
async function pageTarget(portal: Portal, what: string, login: string, path: string): Promise<Target> {
  const person = await signIn(portal.url, login);
  await person.read(path);
  return { what, expected: 200, options: { url: new URL(path, portal.url).href, headers: person.headers() } };
}

async function load(
  { what, options, expected }: Target,
  until: { duration: number } | { amount: number },
): Promise<Round> {
  const result = await autocannon({ ...options, ...until, connections });
  const answers = Object.entries(result.statusCodeStats ?? {});
  const wrong = answers.filter(([code]) => Number(code) !== expected);
  if (wrong.length > 0 || result.errors > 0 || answers.length === 0)
    throw new Error(`${what}: ${JSON.stringify(result.statusCodeStats)}, ${result.errors} errors.`);
  return { perSecond: result.requests.average, p50: result.latency.p50, p99: result.latency.p99 };
}

function middle(values: readonly Round[], part: keyof Round): number {
  return percentile(
    values.map((value) => value[part]),
    0.5,
  );
}

function rowOf(what: string, values: readonly Round[], share?: number): Bench["rows"][number] {
  return {
    what,
    "per second": round(middle(values, "perSecond")),
    "p50 ms": round(middle(values, "p50")),
    "p99 ms": round(middle(values, "p99")),
    ...(share === undefined ? {} : { "lookup / page": round(share, 2), goal: `>= ${goalShare}` }),
  };
}

/** The median of the ratios of the rounds: what slows a round down slows both of its halves. */
function shareOf(lookups: readonly Round[], pages: readonly Round[]): number {
  const shares = lookups.map((round, index) => round.perSecond / (pages[index]?.perSecond ?? Number.NaN));
  return percentile(shares, 0.5);
}

/**
 * Measures successful lookups per second compared with signed-in pages of the same process, a list and the lookup's own
 * page: same concurrency, alternating rounds, so that a busy machine slows all of them. The median round of each
 * counts.
 */
export async function run(): Promise<Bench> {
  const portal = await openPortal();
  try {
    const lookup = await lookupTarget(portal);
    const list = await pageTarget(portal, "GET 保証契約一覧", "contractor@demo.example", paths.guarantees());
    const form = await pageTarget(portal, "GET 保証確認サービス", "mihon@demo.example", paths.verify());
    for (const target of [lookup, list, form]) await load(target, { amount: warmUp });
    const reached = { lookup: [] as Round[], list: [] as Round[], form: [] as Round[] };
    for (let index = 0; index < rounds; index += 1) {
      reached.lookup.push(await load(lookup, { duration: seconds }));
      reached.list.push(await load(list, { duration: seconds }));
      reached.form.push(await load(form, { duration: seconds }));
    }
    const besideList = shareOf(reached.lookup, reached.list);
    const besideForm = shareOf(reached.lookup, reached.form);
    return {
      title: `照会: requests per second with ${connections} connections, ${rounds} rounds of ${seconds} s by turns`,
      rows: [
        rowOf(lookup.what, reached.lookup),
        rowOf(list.what, reached.list, besideList),
        rowOf(form.what, reached.form, besideForm),
      ],
      json: {
        goalShare,
        besideList: round(besideList, 3),
        besideForm: round(besideForm, 3),
        connections,
        ...reached,
      },
    };
  } finally {
    await portal.close();
  }
}
