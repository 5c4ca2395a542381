import { z } from "zod";

/** Whom a job works for: a branch, or nobody in particular (mails about accounts, jobs that come by the clock). */
export type JobPayload = { branchId: string | null };

/** The payload of a branch's job. It names the branch, so that row-level security binds the worker as well. */
export function ofBranch<Ids extends z.ZodRawShape>(ids: Ids) {
  return z.strictObject({ branchId: z.uuid(), ...ids });
}

/** The payload of a job that works for no branch. */
export function ofNoBranch<Ids extends z.ZodRawShape>(ids: Ids) {
  return z.strictObject({ branchId: z.null(), ...ids });
}

/** The record that a job is about; null when there is none that a branch could open. */
export type JobSubject = {
  record: "guarantee" | "notice" | "message" | "attachment" | "mail";
  id: string;
} | null;

/** How often a job is tried again. */
type Attempts = {
  retryLimit: number;
  /** Seconds before the first retry; doubles with jitter up to `retryDelayMax`. */
  retryDelay: number;
  retryDelayMax: number;
};

/** Eight retries over some minutes, for work that needs nothing but our own database. */
export const overMinutes: Attempts = { retryLimit: 8, retryDelay: 1, retryDelayMax: 60 };

/** Twelve retries over about four hours, for work that needs somebody else's server (greylisting, full boxes). */
export const overHours: Attempts = { retryLimit: 12, retryDelay: 5, retryDelayMax: 1800 };

/** A job that comes by the clock; a start that was missed is made up for. */
type Schedule = { cron: string; timeZone: string };

/** A light description of a job; enqueueing it loads no handler. */
export type JobDefinition<N extends string, P extends JobPayload> = {
  /** noun.verb; the queue's name. */
  name: N;
  /** What it does, in the branch's words: a job that gave up is shown under this title. */
  title: string;
  /** What travels in the queue: ids, and versions where a record has several. */
  payload: z.ZodType<P>;
  /** Identity of the work, so that any later attempt finds its finished steps again. */
  key: (payload: P) => string;
  /** The record that a branch finds a job by that gave up. */
  about: (payload: P) => JobSubject;
  attempts: Attempts;
  /** How long one attempt may take before the queue takes it for lost. */
  expireInSeconds: number;
  schedule?: Schedule;
  /** How many jobs a worker process fetches together and works on at the same time. */
  batchSize: number;
  /**
   * How many such batches it works on independently. A batch fetches nothing new before its slowest job has ended, so a
   * job that waits for somebody else's server needs more than one.
   */
  concurrency: number;
};

type Described<N extends string, P extends JobPayload> = Omit<
  JobDefinition<N, P>,
  "key" | "expireInSeconds"
> & {
  /** Tells one piece of work of this name from another; left out where there is only ever one. */
  identity?: (payload: NoInfer<P>) => string;
  expireInSeconds?: number;
};

/** Describes a job. Without a title and a subject there is none, so that no job can give up unseen. */
export function defineJob<const N extends string, P extends JobPayload>(
  job: Described<N, P>,
): JobDefinition<N, P> {
  const { identity, expireInSeconds = 120, ...described } = job;
  const key = (payload: P) => (identity ? `${job.name}:${identity(payload)}` : job.name);
  return { ...described, key, expireInSeconds };
}
