import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { afterAll, beforeAll, expect, test } from "vitest";
import { inCheckout } from "#lib/cli/paths.ts";
import { issueGuarantees } from "#lib/features/examinations/commands.ts";
import { anApplication, staff } from "#prisma/seed/factories.ts";
import { type StatementCounter, startStatementCounter } from "#tests/support/statement-counter.ts";
import { until } from "#tests/support/until.ts";
import { openWorld, rowsThatExist, type World } from "#tests/support/world.ts";

// What an issue asks of the database decides how many there are in a second: 95 statements in ten transactions made 16
// of them. What the queue itself asks does not count. Whoever needs one more pays for it here, with a reason.
const budget = { statements: 30, transactions: 5 };

let world: World;
let counter: StatementCounter;
let worker: ChildProcess;

beforeAll(async () => {
  world = await openWorld();
  counter = await startStatementCounter(world.urls.appUrl);
  worker = spawn(
    process.execPath,
    ["--conditions=react-server", "--disable-warning=ExperimentalWarning", inCheckout("lib/cli/worker.ts")],
    {
      cwd: inCheckout("."),
      env: { ...process.env, DATABASE_APP_URL: counter.url },
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    },
  );
  await once(worker, "message");
});

afterAll(async () => {
  worker.kill("SIGTERM");
  await once(worker, "exit");
  await counter.close();
  await world.close();
});

function untilNothingIsLeft(recipient: string, sent: number): Promise<unknown> {
  return until("the end of every job", async () => {
    const [row] = await rowsThatExist<{ open: number; sent: number }>(
      world.urls,
      `SELECT (SELECT count(*)::int FROM pgboss.job WHERE state < 'completed') AS open,
        (SELECT count(*)::int FROM outbox_mails WHERE recipient = $1 AND status = 'sent') AS sent`,
      [recipient],
    );
    return row?.open === 0 && row.sent === sent;
  });
}

/** What the worker asks between 発行 and the end of all that follows from it. */
async function countIssue(recipient: string) {
  const approved = await anApplication().advanceOnly().with({ noticeEmail: recipient }).approved();
  await untilNothingIsLeft(recipient, 0);
  counter.take();
  await issueGuarantees(staff, { ...approved, premiumReceived: true });
  await untilNothingIsLeft(recipient, 1);
  return counter.take();
}

test("an issue with its mail and its notice stays within the budget of statements", async () => {
  await countIssue("first@budget.example"); // opens connections
  const counted = await countIssue("second@budget.example");
  const texts = counted.texts.join("\n");
  expect(counted.statements, texts).toBeLessThanOrEqual(budget.statements);
  expect(counted.transactions, texts).toBeLessThanOrEqual(budget.transactions);
});
