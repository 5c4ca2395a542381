import { livePart } from "#lib/cli/stack/part-process.ts";
import { closeDatabase } from "#lib/core/db.ts";
import { startWorker } from "#lib/jobs/worker.ts";

await livePart(async () => {
  const worker = await startWorker();
  return async () => {
    await worker.stop();
    await closeDatabase();
  };
});
