import { z } from "zod";

/** Every payload names the branch it works for: the worker's scope, so that row-level security binds jobs as well. */
export const payload = z.strictObject({ branchId: z.uuid() });

/** Mails about accounts work for no branch: an official or an administrator has none either. */
export type JobPayload = { branchId: string | null };

/** A light description of a job; enqueueing it loads no handler. */
export type JobDefinition<P extends JobPayload = JobPayload> = {
  /** noun.verb; the queue's name. */
  name: string;
  schema: z.ZodType<P>;
  /** A job that comes by the clock and works for all branches: its payload names none. A start that was missed is made up for. */
  schedule?: { cron: string; timeZone: string };
  /** Identity of the work, so that its finished steps are found again by any later attempt. */
  key: (payload: P) => string;
  queue: {
    retryLimit: number;
    /** Seconds before the first retry; doubles with jitter up to `retryDelayMax`. */
    retryDelay: number;
    retryDelayMax: number;
    /** A worker that is silent for this long is dead and its job free again. */
    heartbeatSeconds: number;
    expireInSeconds: number;
  };
  /** How many jobs a worker process fetches together and works on at the same time. */
  batchSize: number;
  /**
   * How many such batches it works on independently. A batch fetches nothing new before its slowest job has ended, so a
   * job that waits for somebody else's server needs more than one.
   */
  concurrency: number;
};
