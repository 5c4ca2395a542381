import { z } from "zod";

/** Whom a job works for: a branch, or nobody in particular (mails about accounts, scheduled jobs). */
export type JobPayload = { branchId: string | null };

/** The payload of a branch's job. It names the branch, so that row-level security binds the worker too. */
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

/** Eight retries over some minutes, for work that needs only our own database. */
export const overMinutes: Attempts = { retryLimit: 8, retryDelay: 1, retryDelayMax: 60 };

/** Twelve retries over about four hours, for work that needs somebody else's server (greylisting, full mailboxes). */
export const overHours: Attempts = { retryLimit: 12, retryDelay: 5, retryDelayMax: 1800 };

/** When a scheduled job runs; a missed run is made up for. */
type Schedule = { cron: string; timeZone: string };

/** The light description of a job: enqueueing it loads no handler. */
export type JobDefinition<N extends string, P extends JobPayload> = {
  /** noun.verb, also the name of its queue. */
  name: N;
  /** What it does, in the words of the screens; a job that gave up is listed under this title. */
  title: string;
  /** What is in the queue: ids, and versions where a record has several. */
  payload: z.ZodType<P>;
  /** Identifies the work, so that every later attempt finds its finished steps. */
  key: (payload: P) => string;
  /** The record by which a branch finds a job that gave up. */
  about: (payload: P) => JobSubject;
  attempts: Attempts;
  /** How long one attempt may take before the queue considers it lost. */
  expireInSeconds: number;
  schedule?: Schedule;
  /** How many jobs a worker process fetches together and works on at the same time. */
  batchSize: number;
  /**
   * How many such batches it works on independently. A batch fetches nothing new until its slowest job has ended, so
   * jobs that wait for somebody else's server need more than one.
   */
  concurrency: number;
};

type Described<N extends string, P extends JobPayload> = Omit<
  JobDefinition<N, P>,
  "key" | "expireInSeconds" | "schedule"
> & {
  /** Only for a job of no branch: the clock knows no other payload than `{ branchId: null }`. */
  schedule?: [P] extends [{ branchId: null }] ? Schedule : never;
  /** Distinguishes the jobs of this name; left out where there is only ever one. */
  identity?: (payload: NoInfer<P>) => string;
  expireInSeconds?: number;
};

/** Describes a job. Title and subject are required, so that no job can give up unseen. */
export function defineJob<const N extends string, P extends JobPayload>(
  job: Described<N, P>,
): JobDefinition<N, P> {
  const { identity, expireInSeconds = 120, schedule, ...described } = job;
  const key = (payload: P) => (identity ? `${job.name}:${identity(payload)}` : job.name);
  return { ...described, key, expireInSeconds, ...(schedule ? { schedule } : {}) };
}
