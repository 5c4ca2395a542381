import { now } from "#lib/core/clock.ts";
import { inScope, type Scope, type Tx } from "#lib/core/db.ts";

/** What a job's handler receives beside its payload. */
export type StepRunner = {
  /**
   * Runs a named step in one transaction together with the entry that it is done. Every later attempt skips a finished
   * step, so a step runs twice only when its transaction did not commit. A step of several parts says which it has
   * `reached`, for the crash tests.
   */
  step: <S extends Scope>(
    scope: S,
    name: string,
    work: (tx: Tx<S>, reached: (part: string) => Promise<void>) => Promise<void>,
  ) => Promise<void>;
};

/**
 * Called "before" and "after" every step, at each part that it reached, and "inside" when only the commit is left; the
 * crash tests kill the process here.
 */
export type StepHook = (jobKey: string, step: string, moment: string) => void | Promise<void>;

/** The ledger of finished steps of one job, kept in the database. */
export function stepRunner(jobKey: string, hook: StepHook = () => {}): StepRunner {
  return {
    async step(scope, name, work) {
      await hook(jobKey, name, "before");
      await inScope(scope, async (tx) => {
        // The row is taken first: a second worker with the same job waits here and then finds the step done.
        const taken = await tx.jobStep.createMany({
          data: [{ jobKey, step: name, doneAt: now() }],
          skipDuplicates: true,
        });
        if (taken.count === 0) return;
        await work(tx, async (part) => hook(jobKey, name, part));
        await hook(jobKey, name, "inside");
      });
      await hook(jobKey, name, "after");
    },
  };
}
