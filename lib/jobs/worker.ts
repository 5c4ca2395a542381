import { type JobResult, type JobWithMetadata, PgBoss } from "pg-boss";
import { assertUnprivilegedLogin } from "#lib/core/db.ts";
import { env } from "#lib/core/env.ts";
import { log } from "#lib/core/log.ts";
import { warmUp } from "#lib/pdf/render.ts";
import { definitions, type JobName, jobNames } from "./definitions/registry.ts";
import { keepFailure } from "./failures.ts";
import { PermanentFailure } from "./handlers/failure.ts";
import { handlers } from "./handlers/registry.ts";
import { DEAD_LETTERS } from "./queue.ts";
import { type StepHook, stepRunner } from "./steps.ts";

/** A running worker; `stop` lets the jobs in hand finish (for at most 15 s) and closes its connections. */
export type Worker = { stop: () => Promise<void> };

/**
 * Starts the worker for every job of the registry, woken by NOTIFY and by a poll every 2 s. When a worker dies, its
 * missing heartbeat is noticed and its job is taken up again within 30 s.
 * @param hook called around every step; for crash tests only.
 */
export async function startWorker(hook?: StepHook): Promise<Worker> {
  await assertUnprivilegedLogin();
  await warmUp();
  const boss = new PgBoss({
    connectionString: env().databaseAppUrl,
    schema: "pgboss",
    max: 6,
    migrate: false,
    createSchema: false,
    // Scheduled jobs; any number of workers start each run once.
    schedule: true,
    useListenNotify: true,
    superviseIntervalSeconds: 5,
    monitorIntervalSeconds: 5,
    reindex: false,
  });
  boss.on("error", (error) => log.error({ err: error }, "worker"));
  await boss.start();
  for (const name of jobNames) {
    const { batchSize, concurrency } = definitions[name];
    await boss.work(
      name,
      {
        batchSize,
        localConcurrency: concurrency,
        perJobResults: true,
        includeMetadata: true,
        burstWhenBatchFull: true,
        pollingIntervalSeconds: 2,
        notifyPollingIntervalSeconds: 2,
        heartbeatRefreshSeconds: 3,
      },
      (jobs) => Promise.all(jobs.map((job) => work(name, job, hook))),
    );
  }
  await boss.work(DEAD_LETTERS, { includeMetadata: true, pollingIntervalSeconds: 2 }, async (jobs) => {
    for (const job of jobs) await keepFailure(job);
  });
  return { stop: () => boss.stop({ graceful: true, timeout: 15_000 }) };
}

async function work<N extends JobName>(
  name: N,
  job: JobWithMetadata<unknown>,
  hook?: StepHook,
): Promise<JobResult> {
  const started = performance.now();
  try {
    const definition = definitions[name];
    const payload = definition.payload.parse(job.data);
    // Every run of a scheduled job has the same key: without its own id, last night's finished steps would be skipped.
    const key = definition.schedule ? `${definition.key(payload)}:${job.id}` : definition.key(payload);
    await handlers[name](payload, stepRunner(key, hook), {
      attempt: job.retryCount + 1,
      last: job.retryCount >= job.retryLimit,
    });
    log.info({ job: job.name, id: job.id, ms: Math.round(performance.now() - started) }, "job done");
    return { id: job.id, status: "completed" };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const about = { job: job.name, id: job.id, attempt: job.retryCount + 1 };
    const final = error instanceof PermanentFailure;
    if (final) log.warn({ ...about, reason }, "job gave up");
    else log.error({ ...about, err: error }, "job failed");
    return { id: job.id, status: final ? "deadletter" : "failed", output: { reason } };
  }
}
