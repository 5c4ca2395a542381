import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { systemScope } from "#lib/auth/scope.ts";
import { openSession } from "#lib/auth/sessions.ts";
import { ensureBuild } from "#lib/cli/stack/build.ts";
import { inScope } from "#lib/core/db.ts";
import { paths } from "#lib/core/paths.ts";
import { users } from "#prisma/seed/masters.ts";
import { type CountedWeb, startCountedWeb } from "#tests/support/counted-web.ts";
import { type Side, twoSides } from "#tests/support/two-sides.ts";
import { openWorld, type World } from "#tests/support/world.ts";

// Counts what a page asks of the database, by the protocol, so that a page that exceeds its budget is found here and
// not by the thousandth person of the day. Raise a budget only with a reason in the commit.

type Login = keyof typeof users;
type Budget = { path: (side: Side) => string; by: Login; statements: number; transactions?: number };

/** Statements including the session's and the scope's own, without BEGIN and COMMIT. */
const budgets: Record<string, Budget> = {
  "a gate alone": { path: () => "/dev/gate", by: "contractor", statements: 1, transactions: 0 },
  全体トップ: { path: () => paths.desk(), by: "contractor", statements: 15 },
  保証申込の一覧: { path: () => paths.applications(), by: "contractor", statements: 9 },
  保証契約一覧: { path: () => paths.guarantees(), by: "contractor", statements: 9 },
  "電子保証（認証キー）": { path: () => paths.guarantees({}, true), by: "contractor", statements: 9 },
  "an application": {
    path: (side) => paths.application(side.applicationId),
    by: "contractor",
    statements: 15,
  },
  "a draft's form": {
    path: (side) => `/desk/applications/${side.draftId}/edit/works`,
    by: "contractor",
    statements: 9,
  },
  "a contract": { path: (side) => paths.guarantee(side.guaranteeId), by: "contractor", statements: 15 },
  お知らせ: { path: () => paths.notices(), by: "contractor", statements: 9 },
  "the queue of the branch": { path: () => paths.branch(), by: "staff", statements: 9 },
  "a case at the branch": {
    path: (side) => paths.branchCase(side.applicationId),
    by: "staff",
    statements: 15,
  },
  発行の状況: { path: () => paths.branchJobs(), by: "staff", statements: 9 },
  保証確認サービス: { path: () => paths.verify(), by: "odawara", statements: 1, transactions: 0 },
  "a lookup's result": {
    path: (side) => `/verify/results/${side.verificationId}`,
    by: "odawara",
    statements: 9,
  },
  // What stopped and what is registered are lists of two nouns; one person asks for this page.
  "the administrator's page": { path: () => paths.admin(), by: "admin", statements: 7, transactions: 2 },
};

let world: World;
let web: CountedWeb;
let side: Side;
const cookies = new Map<Login, string>();

beforeAll(async () => {
  await ensureBuild();
  world = await openWorld();
  await world.startWorker();
  [side] = await twoSides(world);
  const variables = Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
  web = await startCountedWeb({ ...variables, DEMO: "1" });
  for (const login of ["contractor", "staff", "odawara", "admin"] as const) {
    const token = await inScope(systemScope, (tx) => openSession(tx, users[login].id));
    cookies.set(login, `hosho-session=${token}`);
  }
}, 240_000);

afterAll(async () => {
  await web.close();
  await world.close();
});

describe("the statements of a page stay within the budget of", () => {
  for (const [name, { path, by, statements, transactions = 1 }] of Object.entries(budgets))
    test(name, async () => {
      const counted = await web.count(path(side), cookies.get(by) ?? "");
      const texts = counted.texts.join("\n");
      expect(counted.statements, texts).toBeLessThanOrEqual(statements);
      expect(counted.transactions, texts).toBeLessThanOrEqual(transactions);
    });
});
