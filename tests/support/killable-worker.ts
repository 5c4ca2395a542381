import { openSync } from "node:fs";
import { startWorker } from "#lib/jobs/worker.ts";

// A worker process that kills itself, like kill -9, at one moment of one step: `node killable-worker.ts
// guarantee.issue/number/inside /path/of/marker`. Because of the marker it happens only once.
const [point, marker] = process.argv.slice(2);
if (!point || !marker) throw new Error("a point and a marker are needed");

await startWorker((jobKey, step, moment) => {
  const [job] = jobKey.split(":");
  if (`${job}/${step}/${moment}` !== point || !claimed(marker)) return;
  process.kill(process.pid, "SIGKILL");
  return new Promise(() => {}); // nothing may happen between the signal and the end
});
process.send?.("up"); // as lib/cli/worker.ts does; a worker that dies while starting never says it

function claimed(file: string): boolean {
  try {
    openSync(file, "wx");
    return true;
  } catch {
    return false;
  }
}
