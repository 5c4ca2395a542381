import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { withClient } from "#lib/cli/database/connect.ts";
import { withDatabase } from "#lib/cli/database/roles.ts";
import { inCheckout } from "#lib/cli/paths.ts";
import type { DatabaseUrls } from "#lib/cli/stack/database.ts";
import { closeDatabase } from "#lib/core/db.ts";
import { inheritedEnv } from "#lib/core/env.ts";
import { closeQueue } from "#lib/jobs/queue.ts";
import { anApplication } from "#prisma/seed/factories.ts";
import { type MailServer, startMailServer } from "#tests/support/mail-server.ts";
import { until } from "#tests/support/until.ts";
import { openWorld, rowsThatExist, type World } from "#tests/support/world.ts";

// Every chain has its own database, a copy of one in which an issue was just ordered, so that all of them run at the
// same time. A worker dies by SIGKILL at the first point; the next one takes over the job and dies at the second point;
// the last one is the worker of npm start and must finish what the dead ones left.

// Each death is waited for half a minute, so a chain has two of them at most: with three in one, all others had ended.
const duringIssue = (...moments: string[]) => moments.map((moment) => `guarantee.issue/issue/${moment}`);
const chains = [
  duringIssue("before", "number"),
  duringIssue("key", "certificate"),
  duringIssue("documents", "publish"),
  duringIssue("inside", "after"),
  ["smtp/recipient", "smtp/data"],
  ["mail.send/sent/before"],
  ["mail.send/sent/inside"],
  ["mail.send/sent/after"],
];
/**
 * Between the server's 250 and our committed mark nobody can know whether the mail went out, so it goes out once more.
 */
const mailIsRepeatedAfter = ["mail.send/sent/before", "mail.send/sent/inside"];

/** How long to wait for a point before the run is given up; the goal of 60 s is a test of its own. */
const patienceMs = 180_000;

type State = {
  contract_number: string | null;
  status: string;
  application: string;
  keys: string[];
  certificates: string[];
  documents: string[];
  mails: string[];
  mail_status: string | null;
  issued: number;
  steps: number;
  /** Jobs that are not finished, even if all their work is, because a dead worker could not say so. */
  open_jobs: number;
};
const stateSql = `
  SELECT g.contract_number, g.status::text, a.status::text AS application,
    ARRAY(SELECT encode(verifier, 'hex') FROM verification_keys) AS keys,
    ARRAY(SELECT id::text || content::text FROM certificates) AS certificates,
    ARRAY(SELECT kind::text || ' ' || encode(sha256, 'hex') FROM documents ORDER BY kind) AS documents,
    ARRAY(SELECT message_id FROM outbox_mails) AS mails,
    (SELECT status::text FROM outbox_mails LIMIT 1) AS mail_status,
    (SELECT count(*)::int FROM audit_events WHERE event = 'guarantee.issued') AS issued,
    (SELECT count(*)::int FROM job_steps WHERE job_key NOT LIKE 'notice.%') AS steps,
    (SELECT count(*)::int FROM pgboss.job WHERE state < 'completed') AS open_jobs
  FROM guarantees g JOIN applications a ON a.id = g.application_id`;

/** One death; `nextMs` later (see recoveryMs) the job had reached the next point or its end. */
type Death = { point: string; signal: string | null; state: State; nextMs: number };
type Run = { deaths: Death[]; end: State; mail: MailServer };

let world: World;
let folder: string;
const runs = new Map<string[], Run | Error>();
const children = new Set<ChildProcess>();
const upAt = new Map<ChildProcess, number>();

function spawnWorker(script: string, args: string[], urls: DatabaseUrls, mail: MailServer): ChildProcess {
  const child = spawn(
    process.execPath,
    ["--conditions=react-server", "--disable-warning=ExperimentalWarning", inCheckout(script), ...args],
    {
      cwd: inCheckout("."),
      env: { ...inheritedEnv(), DATABASE_APP_URL: urls.appUrl, SMTP_URL: mail.url },
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    },
  );
  children.add(child);
  child.once("message", () => upAt.set(child, performance.now()));
  child.on("exit", () => children.delete(child));
  return child;
}

/**
 * Milliseconds from a death to the next worker's work, or from its start-up if that was later: a dozen processes that
 * start at once on two cores take long, which says nothing about the queue; `npm start` needs about 3 s. When a worker
 * died while starting, the job was free and there was no wait.
 */
function recoveryMs(died: number, next: ChildProcess, now: number): number {
  return now - Math.max(died, upAt.get(next) ?? now);
}

function untilExited(child: ChildProcess, what: string): Promise<unknown> {
  return until(what, () => child.exitCode !== null || child.signalCode !== null, { withinMs: patienceMs });
}

async function stateOf(urls: DatabaseUrls): Promise<State> {
  const [state] = await rowsThatExist<State>(urls, stateSql);
  if (!state) throw new Error("the guarantee vanished");
  return state;
}

async function dieAt(point: string, urls: DatabaseUrls, mail: MailServer): Promise<ChildProcess> {
  const marker = path.join(folder, point.replaceAll("/", "-"));
  const victim = spawnWorker("tests/support/killable-worker.ts", [point, marker], urls, mail);
  mail.onMoment((moment) => {
    if (point !== `smtp/${moment}`) return undefined;
    victim.kill("SIGKILL");
    return "lost";
  });
  await untilExited(victim, `death at ${point}`);
  mail.onMoment(() => undefined);
  return victim;
}

async function dieAndRecover(points: string[], urls: DatabaseUrls, mail: MailServer): Promise<Run> {
  const deaths: Death[] = [];
  let died = performance.now();
  const closeLast = (next: ChildProcess) => {
    const last = deaths.at(-1);
    if (last) last.nextMs = recoveryMs(died, next, performance.now());
  };
  for (const point of points) {
    const victim = await dieAt(point, urls, mail);
    closeLast(victim);
    died = performance.now();
    deaths.push({ point, signal: victim.signalCode, state: await stateOf(urls), nextMs: 0 });
  }
  const successor = spawnWorker("lib/cli/worker.ts", [], urls, mail);
  const ended = async () => {
    const state = await stateOf(urls);
    return state.application === "issued" && state.mail_status === "sent" && state.open_jobs === 0;
  };
  await until(`the end of the job that died at ${points.at(-1)}`, ended, {
    withinMs: patienceMs,
    everyMs: 500,
  });
  closeLast(successor);
  successor.kill("SIGTERM");
  await untilExited(successor, "orderly end of the last worker");
  return { deaths, end: await stateOf(urls), mail };
}

async function copiesOf({
  urls,
}: World): Promise<{ points: string[]; urls: DatabaseUrls; mail: MailServer }[]> {
  const source = new URL(urls.ownerUrl).pathname.slice(1);
  return withClient(withDatabase(urls.ownerUrl, "postgres"), async (client) => {
    const copies = [];
    for (const [index, points] of chains.entries()) {
      const name = `${source}_${index}`;
      await client.query(`CREATE DATABASE "${name}" TEMPLATE "${source}"`);
      const [ownerUrl, appUrl] = [withDatabase(urls.ownerUrl, name), withDatabase(urls.appUrl, name)];
      copies.push({ points, urls: { ownerUrl, appUrl }, mail: await startMailServer() });
    }
    return copies;
  });
}

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "hosho-crash-"));
  world = await openWorld();
  await anApplication().advanceOnly().ordered();
  await closeQueue();
  await closeDatabase();
  const copies = await copiesOf(world);
  await Promise.all(
    copies.map(async ({ points, urls, mail }) => {
      runs.set(points, await dieAndRecover(points, urls, mail).catch((error: Error) => error));
      await mail.close();
    }),
  );
}, 3 * patienceMs);

afterAll(async () => {
  for (const child of children) child.kill("SIGKILL");
  const source = new URL(world.urls.ownerUrl).pathname.slice(1);
  await withClient(withDatabase(world.urls.ownerUrl, "postgres"), async (client) => {
    for (const index of chains.keys())
      await client.query(`DROP DATABASE IF EXISTS "${source}_${index}" WITH (FORCE)`);
  });
  await world.close();
  rmSync(folder, { recursive: true, force: true });
});

describe.each(chains.map((points) => ({ points, name: points.join(", then ") })))(
  "Workers killed at $name",
  ({ points }) => {
    const run = (): Run => {
      const found = runs.get(points);
      if (found instanceof Error || !found) throw found ?? new Error("not run");
      return found;
    };

    test("were really killed, each with work left, and the next one, once up, had it done or died further on within 60 s", () => {
      expect(run().deaths.map(({ point }) => point)).toEqual(points);
      for (const { signal, state, nextMs } of run().deaths) {
        expect(signal).toBe("SIGKILL");
        expect(state.open_jobs).toBeGreaterThan(0);
        expect(nextMs).toBeLessThan(60_000);
      }
    });

    test("leave one number, one key, one certificate, two documents and one mail record", () => {
      expect(run().end).toMatchObject({
        contract_number: expect.stringMatching(/^\d{5}-\d{5}M$/),
        status: "issued",
        application: "issued",
        keys: [expect.any(String)],
        certificates: [expect.any(String)],
        documents: [expect.stringMatching(/^certificate /), expect.stringMatching(/^key_notice /)],
        mails: [expect.any(String)],
        mail_status: "sent",
        issued: 1,
        steps: 2,
      });
    });

    test("have committed all of an issue or nothing, and change nothing that was committed", () => {
      const { deaths, end } = run();
      for (const { state } of deaths) {
        const made = [state.contract_number ?? [], state.keys, state.certificates, state.mails].flat().length;
        expect([0, 4]).toContain(made);
        expect(state.status).toBe(made === 0 ? "issuing" : "issued");
        expect(end.contract_number).toBe(state.contract_number ?? end.contract_number);
        for (const list of ["keys", "certificates", "documents", "mails"] as const)
          expect(end[list]).toEqual(expect.arrayContaining(state[list]));
      }
    });

    test("hand the mail over once, or twice under one Message-ID after an unrecorded 250 alone", () => {
      const handedOver = run().mail.accepted.map(({ mail }) => mail.messageId);
      const repeated = points.some((point) => mailIsRepeatedAfter.includes(point));
      expect(handedOver).toHaveLength(repeated ? 2 : 1);
      expect(new Set(handedOver)).toEqual(new Set(run().end.mails));
    });
  },
);

test("The crash points cover every step that the jobs have, before, inside and after it", async () => {
  expect(await stepsOf("guarantee.issue")).toEqual(["issue"]);
  expect(await stepsOf("mail.send")).toEqual(["sent"]);
});

/** The steps of a finished job, in their order. */
async function stepsOf(job: string): Promise<string[]> {
  const name = new URL(world.urls.ownerUrl).pathname.slice(1);
  const ownerUrl = withDatabase(world.urls.ownerUrl, `${name}_0`);
  const rows = await rowsThatExist<{ step: string }>(
    { ...world.urls, ownerUrl },
    "SELECT step FROM job_steps WHERE job_key LIKE $1 || ':%' ORDER BY done_at",
    [job],
  );
  return rows.map(({ step }) => step);
}
