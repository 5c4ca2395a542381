import { fromPrisma, PgBoss } from "pg-boss";
import type { Tx } from "#lib/core/db.ts";
import { env } from "#lib/core/env.ts";
import { log } from "#lib/core/log.ts";
import type { JobDefinition, JobPayload } from "./definitions/definition.ts";
import { definitions, jobNames } from "./definitions/registry.ts";

/** The queue of jobs that used up their attempts. */
export const DEAD_LETTERS = "dead";
const schema = "pgboss";
/** A worker that is silent for this long counts as dead, and its jobs are free again. */
const heartbeatSeconds = 10;

/**
 * Installs or updates the queue's schema and queues as the owner of the database, and grants the unprivileged login
 * what sending and working need. Every start runs it; it is safe to repeat.
 */
export async function installQueue(ownerUrl: string, appRole = "hosho_app"): Promise<void> {
  const boss = new PgBoss({
    connectionString: ownerUrl,
    schema,
    max: 2,
    supervise: false,
    schedule: false,
    registerInstance: false,
  });
  boss.on("error", (error) => log.error({ err: error }, "queue installation"));
  await boss.start();
  try {
    await ensureQueue(boss, DEAD_LETTERS, {});
    for (const job of jobNames) {
      const { name, attempts, expireInSeconds, schedule } = definitions[job];
      const times = { ...attempts, retryBackoff: true, expireInSeconds, heartbeatSeconds };
      await ensureQueue(boss, name, { ...times, deadLetter: DEAD_LETTERS, notify: true });
      if (!schedule) continue;
      const { cron, timeZone: tz } = schedule;
      await boss.schedule(name, cron, { branchId: null }, { tz, missed: "once" });
    }
    const db = boss.getDb();
    const role = `"${appRole.replaceAll('"', '""')}"`;
    for (const sql of [
      `GRANT USAGE ON SCHEMA ${schema} TO ${role}`,
      `GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${schema} TO ${role}`,
      `GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA ${schema} TO ${role}`,
      `GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${schema} TO ${role}`,
    ])
      await db.executeSql(sql, []);
  } finally {
    await boss.stop({ graceful: false });
  }
}

async function ensureQueue(boss: PgBoss, name: string, options: object): Promise<void> {
  if (!(await boss.getQueue(name))) await boss.createQueue(name, options);
  // The dead letters' queue has no options, and pg-boss refuses an empty update: a second start failed here.
  else if (Object.keys(options).length > 0) await boss.updateQueue(name, options);
}

let sender: Promise<PgBoss> | undefined;

async function startSender(url: string): Promise<PgBoss> {
  const boss = new PgBoss({
    connectionString: url,
    schema,
    max: 1,
    migrate: false,
    createSchema: false,
    supervise: false,
    schedule: false,
    registerInstance: false,
  });
  boss.on("error", (error) => log.error({ err: error }, "queue"));
  await boss.start();
  return boss;
}

/** Closes the sending side, at the end of a process. */
export async function closeQueue(): Promise<void> {
  const open = sender;
  sender = undefined;
  await (await open)?.stop({ graceful: false });
}

/**
 * Enqueues a job in the transaction that makes it necessary, so that both are committed or neither.
 * @throws ZodError when the payload does not fit the definition.
 */
export async function enqueue<P extends JobPayload>(
  tx: Tx,
  job: Pick<JobDefinition<string, P>, "name" | "payload">,
  payload: NoInfer<P>,
): Promise<void> {
  sender ??= startSender(env().databaseAppUrl).catch((error) => {
    sender = undefined; // the next job tries again, perhaps after the database has come back
    throw error;
  });
  await (await sender).send(job.name, job.payload.parse(payload), { db: fromPrisma(tx) });
}
