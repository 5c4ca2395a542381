import { branchScope, contractorScope } from "#lib/auth/scope.ts";
import { startTemporaryDatabase } from "#lib/cli/database/temporary.ts";
import { step } from "#lib/cli/stack/progress.ts";
import { useDatabase as enterDatabase, inScope, openDatabase, type Scope } from "#lib/core/db.ts";
import type { PageQuery } from "#lib/core/pages.ts";
import { loadQueue } from "#lib/features/examinations/loaders.ts";
import { loadGuarantees } from "#lib/features/guarantees/loaders.ts";
import { listGuarantees } from "#lib/features/guarantees/queries.ts";
import { type Bench, percentile, round } from "#tests/bench/bench.ts";
import { branch, largest, makeTable, measured, ownGuarantees } from "#tests/bench/lists/table.ts";

const goal = 1.5;
const sizes = [1_000, 1_000_000] as const;
const warm = 15;
const times = 150;

const person = { id: null, name: "計測" };
const company = contractorScope(measured, person);
const giant = contractorScope(largest, person);
const office = branchScope(branch, person, false);

/** The queries of 全体トップ about keys. */
const toHandIn = (scope: typeof company) =>
  inScope(scope, (tx) =>
    listGuarantees(
      tx,
      scope,
      { today: "2026-11-23", form: "electronic", state: "running", keyStates: ["open", "failed"] },
      { take: 20, place: {} },
    ),
  );

type Row = Awaited<ReturnType<typeof loadGuarantees>>["rows"][number];
/** The queries of a run, each about another of the company's own guarantees. */
type Known = { rows: readonly Row[]; places: { middle: string; amount: string; back: string } };
type Ask = (known: Known, run: number) => PageQuery;

const rowOf = ({ rows }: Known, run: number): Row => {
  const row = rows[(run * 7) % rows.length];
  if (!row) throw new Error("the company has no contract");
  return row;
};

/** The pages of the list, by the queries of their URLs. */
const asks: Record<string, Ask> = {
  "first page": () => ({}),
  "search, a number": (known, run) => ({ q: rowOf(known, run).contractNumber?.slice(2, 10) ?? "" }),
  "search, one work": (known, run) => ({ q: /第\d+号/.exec(rowOf(known, run).workName)?.[0] ?? "" }),
  "search, a common word": (_, run) => ({ q: ["道路", "橋梁補修", "改修", "整備工事"][run % 4] ?? "" }),
  "search, nothing found": (_, run) => ({ q: `見つからない${run}` }),
  "filter, product": (_, run) => ({ product: run % 2 === 0 ? "advance" : "performance" }),
  "filter, obligee and term": (_, run) => ({
    obligee: obligees[run % obligees.length] ?? "",
    state: run % 2 === 0 ? "running" : "expired",
  }),
  "next page": ({ places }) => ({ before: places.middle }),
  "previous page": ({ places }) => ({ after: places.back }),
  "by amount, next page": ({ places }) => ({ sort: "amount", before: places.amount }),
  "by term, still running": () => ({ sort: "term", state: "running" }),
};
let obligees: readonly string[] = [];

/** Pages into the middle of the list, to find numbers and names to search for and places to continue from. */
async function know(scope: typeof company): Promise<Known> {
  const rows: Row[] = [];
  let page = await loadGuarantees(scope, false, {});
  obligees = page.obligees.map(({ value }) => value);
  for (let n = 0; n < 24 && page.older; n += 1) {
    rows.push(...page.rows);
    page = await loadGuarantees(scope, false, { before: page.older });
  }
  const amount = await loadGuarantees(scope, false, { sort: "amount" });
  return { rows, places: { middle: page.older ?? "", back: page.newer ?? "", amount: amount.older ?? "" } };
}

async function inDatabase<T>(client: ReturnType<typeof openDatabase>, work: () => Promise<T>): Promise<T> {
  const back = enterDatabase(client);
  try {
    return await work();
  } finally {
    back();
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** The plans of the first page, of a search and of the queue, under the login of web and worker. */
async function plansOf(): Promise<Record<string, string[]>> {
  const explain = (scope: typeof company | typeof office, from: string) =>
    inScope<Scope, string[]>(scope, async (tx) => {
      const lines = await tx.$queryRawUnsafe<Record<string, string>[]>(
        `EXPLAIN (ANALYZE, BUFFERS, COSTS OFF, TIMING OFF, SUMMARY OFF) SELECT id FROM ${from} LIMIT 21`,
      );
      return lines.map((line) => line["QUERY PLAN"] ?? "");
    });
  const own = `guarantees WHERE company_id = '${company.partyId}'::uuid AND issued_at IS NOT NULL`;
  const sent = `applications WHERE branch_id = '${office.partyId}'::uuid AND submitted_at IS NOT NULL`;
  const holds = (column: string, text: string) =>
    `strpos(${column}, (SELECT fold_for_search('${text}'))) > 0`;
  return {
    "first page": await explain(company, `${own} ORDER BY id DESC`),
    "search, nothing found": await explain(
      company,
      `${own} AND ${holds("search", "見つからない")} ORDER BY id DESC`,
    ),
    "queue, a contract number": await explain(
      office,
      `${sent} AND (${holds("search", "35075-00040M")} OR ${holds("company_search", "35075-00040M")})
        ORDER BY submitted_at DESC, id DESC`,
    ),
  };
}

/**
 * Measures the pages of 保証契約一覧 (rows, count, marks, choices: everything that a page reads) in a table of 1,000
 * guarantees and in one of 1,000,000, alternately, behind row-level security as hosho_app. The measured company has
 * 1,000 in both. The large table also has a company with 20,000 of its own, and a branch's queue of 25,000.
 */
export async function run(): Promise<Bench> {
  const { stop, ...template } = await startTemporaryDatabase(["shared_buffers=256MB", "max_wal_size=4GB"]);
  const open: { close: () => Promise<void> }[] = [];
  try {
    const tables = [];
    for (const size of sizes) {
      const url = await step(`Making ${size.toLocaleString("en-US")} contracts`, () =>
        makeTable(template, size),
      );
      const client = openDatabase(url, 2);
      open.push({ close: () => client.$disconnect() });
      const within = <T>(work: () => Promise<T>) => inDatabase(client, work);
      tables.push({ size, within, known: await within(() => know(company)) });
    }
    const [small, large] = tables;
    if (!small || !large) throw new Error("there are two tables");

    const rows: Bench["rows"] = [];
    const reached: Record<string, object> = {};
    for (const [what, ask] of Object.entries(asks)) {
      const ms = { small: [] as number[], large: [] as number[] };
      for (let run = 0; run < warm + times; run += 1)
        for (const [name, { within, known }] of [
          ["small", small],
          ["large", large],
        ] as const) {
          const query = ask(known, run);
          const took = await within(() => timed(() => loadGuarantees(company, false, query)));
          if (run >= warm) ms[name].push(took);
        }
      const [a, b] = [percentile(ms.small, 0.95), percentile(ms.large, 0.95)];
      reached[what] = {
        smallP50: round(percentile(ms.small, 0.5), 2),
        smallP95: round(a, 2),
        largeP50: round(percentile(ms.large, 0.5), 2),
        largeP95: round(b, 2),
        ratio: round(b / a, 2),
      };
      rows.push({
        what,
        "1,000: p50 ms": round(percentile(ms.small, 0.5)),
        "p95 ms": round(a),
        "1,000,000: p50 ms": round(percentile(ms.large, 0.5)),
        "p95 ms ": round(b),
        ratio: round(b / a, 2),
        goal: `<= ${goal}`,
      });
    }

    const aside: Record<string, object> = {};
    const beside = async (what: string, work: (run: number) => Promise<unknown>) => {
      const ms: number[] = [];
      for (let run = 0; run < 10 + 60; run += 1) {
        const took = await large.within(() => timed(() => work(run)));
        if (run >= 10) ms.push(took);
      }
      const [p50, p95] = [round(percentile(ms, 0.5)), round(percentile(ms, 0.95))];
      aside[what] = { p50, p95 };
      rows.push({ what, "1,000,000: p50 ms": p50, "p95 ms ": p95 });
    };
    const theirs = await large.within(() => know(giant));
    for (const what of ["first page", "search, one work", "search, nothing found", "next page"])
      await beside(`a company with 20,000: ${what}`, (run) =>
        loadGuarantees(giant, false, asks[what]?.(theirs, run) ?? {}),
      );
    for (const [name, scope] of [
      ["1,000", company],
      ["20,000", giant],
    ] as const)
      await beside(`a company with ${name}: keys to hand in, for 全体トップ`, () => toHandIn(scope));
    await beside("a branch with 25,000: first page", () => loadQueue(office, {}));
    await beside("a branch with 25,000: search", (run) =>
      loadQueue(office, { q: `20260401-${(run + 1) * 20}` }),
    );
    await beside("a branch with 25,000: search, a contract number", (run) =>
      loadQueue(office, { q: `35075-${String((run + 1) * 40).padStart(5, "0")}M` }),
    );

    return {
      title: `保証契約一覧: a page in 1,000 and in 1,000,000 contracts, ${ownGuarantees.toLocaleString("en-US")} of them the company's, ${times} times by turns`,
      rows,
      json: { goal, ownGuarantees, sizes, reached, aside, plans: await large.within(() => plansOf()) },
    };
  } finally {
    for (const { close } of open) await close();
    await stop();
  }
}
