import type { JobWithMetadata } from "pg-boss";
import { systemScope } from "#lib/auth/scope.ts";
import { now } from "#lib/core/clock.ts";
import { inScope, type Tx } from "#lib/core/db.ts";
import { log } from "#lib/core/log.ts";
import { definitions } from "./definitions/registry.ts";
import { enqueue } from "./queue.ts";

/** Keeps what the branch must see: which job gave up, and why. */
export async function keepFailure(job: JobWithMetadata<Record<string, string>>): Promise<void> {
  const definition = definitions.find(({ name }) => name === job.sourceName);
  if (!definition) return;
  const payload = definition.schema.parse(job.data);
  const output = job.sourceOutput as { reason?: unknown; message?: unknown } | null;
  const reason = String(output?.reason ?? output?.message ?? "処理が途中で止まりました。").slice(0, 1000);
  if (payload.branchId === null) {
    log.error({ job: definition.name, key: definition.key(payload), reason }, "a job of no branch gave up");
    return;
  }
  const row = { branchId: payload.branchId, queue: definition.name, payload, reason, failedAt: now() };
  await inScope(systemScope, (tx) =>
    tx.failedJob.upsert({
      where: { jobKey: definition.key(payload) },
      create: { jobKey: definition.key(payload), ...row },
      update: row,
    }),
  );
}

/** A job that gave up, as the branch sees it. */
export type FailedJobItem = {
  jobKey: string;
  queue: string;
  reason: string;
  failedAt: Date;
  payload: unknown;
};

const item = { jobKey: true, queue: true, reason: true, failedAt: true, payload: true } as const;

/** The branch's jobs that gave up, newest first. */
export async function listFailedJobs(tx: Tx): Promise<FailedJobItem[]> {
  return tx.failedJob.findMany({
    orderBy: { failedAt: "desc" },
    take: 100,
    select: item,
  });
}

/** One of the branch's jobs that gave up; null when it was started again or is another branch's. */
export async function findFailedJob(tx: Tx, jobKey: string): Promise<FailedJobItem | null> {
  return tx.failedJob.findFirst({ where: { jobKey }, select: item });
}

/** Starts a job again that gave up; false when somebody did so before. */
export async function retryFailedJob(tx: Tx, jobKey: string): Promise<boolean> {
  const failed = await findFailedJob(tx, jobKey);
  const definition = definitions.find(({ name }) => name === failed?.queue);
  if (!failed || !definition) return false;
  const removed = await tx.failedJob.deleteMany({ where: { jobKey } });
  if (removed.count === 0) return false;
  await enqueue(tx, definition, definition.schema.parse(failed.payload));
  return true;
}
