import type { JobWithMetadata } from "pg-boss";
import { systemScope } from "#lib/auth/scope.ts";
import { now } from "#lib/core/clock.ts";
import { inScope, type Tx } from "#lib/core/db.ts";
import { log } from "#lib/core/log.ts";
import type { JobSubject } from "./definitions/definition.ts";
import { definitions, describeJob, isJobName, type JobName } from "./definitions/registry.ts";
import { enqueue } from "./queue.ts";

/** What remains of a job that used up its attempts. */
type DeadJob = Pick<JobWithMetadata<unknown>, "sourceName" | "data" | "sourceOutput">;

/** Records which job gave up, and why, for its branch or, where it has none, the administrator. */
export async function keepFailure({ sourceName, data, sourceOutput }: DeadJob): Promise<void> {
  const queue = sourceName ?? "";
  const job = isJobName(queue) ? describeJob(queue, data) : undefined;
  const reason = reasonOf(sourceOutput).slice(0, 1000);
  if (!job) {
    log.error({ job: queue, reason }, "an unknown job gave up");
    return;
  }
  const row = { branchId: job.payload.branchId, queue, payload: job.payload, reason, failedAt: now() };
  await inScope(systemScope, (tx) =>
    tx.failedJob.upsert({
      where: { jobKey: job.key },
      create: { jobKey: job.key, ...row },
      update: row,
    }),
  );
}

function reasonOf(output: object | null | undefined): string {
  if (output && "reason" in output) return String(output.reason);
  if (output && "message" in output) return String(output.message);
  return "処理が途中で止まりました。";
}

/** A job that gave up, as it is shown. */
export type FailedJobItem = {
  jobKey: string;
  title: string;
  about: JobSubject;
  reason: string;
  failedAt: Date;
};

const item = { jobKey: true, queue: true, reason: true, failedAt: true, payload: true } as const;
type Row = { jobKey: string; queue: string; reason: string; failedAt: Date; payload: unknown };

function asItem({ jobKey, queue, payload, reason, failedAt }: Row): FailedJobItem {
  const job = isJobName(queue) ? describeJob(queue, payload) : undefined;
  // A job that was since removed from the program has no title; it is shown all the same.
  return { jobKey, title: job?.title ?? queue, about: job?.about ?? null, reason, failedAt };
}

/** The party's jobs that gave up, newest first. */
export async function listFailedJobs(tx: Tx): Promise<FailedJobItem[]> {
  const rows = await tx.failedJob.findMany({ orderBy: { failedAt: "desc" }, take: 100, select: item });
  return rows.map(asItem);
}

/** One of the party's jobs that gave up; null when it was restarted or belongs to another party. */
export async function findFailedJob(tx: Tx, jobKey: string): Promise<FailedJobItem | null> {
  const row = await tx.failedJob.findFirst({ where: { jobKey }, select: item });
  return row && asItem(row);
}

/** Restarts a job that gave up; false when somebody did so before. */
export async function retryFailedJob(tx: Tx, jobKey: string): Promise<boolean> {
  const row = await tx.failedJob.findFirst({ where: { jobKey }, select: item });
  if (!row || !isJobName(row.queue)) return false;
  const removed = await tx.failedJob.deleteMany({ where: { jobKey } });
  if (removed.count === 0) return false;
  await enqueueAgain(tx, row.queue, row.payload);
  return true;
}

async function enqueueAgain<N extends JobName>(tx: Tx, name: N, payload: unknown): Promise<void> {
  const job = definitions[name];
  await enqueue(tx, job, job.payload.parse(payload));
}
