import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { PlainFailure } from "#lib/cli/failure.ts";
import { endProcess, isAlive, markProcess, type ProcessMark } from "#lib/cli/stack/processes.ts";

const mark = z.object({ pid: z.number(), since: z.string() });
const schema = z.object({
  url: z.string(),
  stopping: z.boolean(),
  start: mark,
  callers: z.array(mark),
  parts: z.record(z.string(), mark),
});

type Run = z.output<typeof schema>;

function readRun(file: string): Run | undefined {
  try {
    return schema.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    return undefined; // There is no record, or it is not ours.
  }
}

// A start whose npm, shell or bootstrap was killed stops by itself, but may still be stopping.
async function awaitEarlier(run: Run): Promise<void> {
  if (!isAlive(run.start)) return;
  const orphaned = run.callers.some((caller) => !isAlive(caller));
  if (!orphaned && !run.stopping) {
    throw new PlainFailure(
      `Already running at ${run.url} (process ${run.start.pid}). Stop that one first, or give this one its own DATA_DIR and PORT.`,
    );
  }
  console.log(`Waiting for an earlier start (process ${run.start.pid}) to stop …`);
  if (!(await endProcess(run.start, "SIGTERM", 30_000)))
    throw new PlainFailure(
      `The earlier start (process ${run.start.pid}) cannot be stopped; end it and try again.`,
    );
}

/** Who uses a DATA_DIR, kept in a file so that the next start finds what a killed one left running. */
export type RunRecord = {
  setPart(name: string, pid: number | undefined): void;
  setStopping(): void;
  remove(): void;
};

/**
 * Takes a DATA_DIR for this process: refuses when another start is using it and ends what a killed one left running.
 * `callers` are the processes (npm, shell) without which this start is an orphan.
 */
export async function takeDataDir(dataDir: string, url: string, callers: number[]): Promise<RunRecord> {
  const file = path.join(dataDir, "run.json");
  const earlier = readRun(file);
  if (earlier) {
    await awaitEarlier(earlier);
    const left = Object.entries(earlier.parts).filter(([, part]) => isAlive(part));
    for (const [name] of left) console.log(`Stopping the ${name} that an earlier start left behind …`);
    await Promise.all(left.map(([, part]) => endProcess(part, "SIGTERM", 5_000)));
  }
  const present = (pid: number): ProcessMark[] => [markProcess(pid)].filter((found) => found !== undefined);
  const [start = { pid: process.pid, since: "" }] = present(process.pid);
  const run: Run = { url, stopping: false, start, callers: callers.flatMap(present), parts: {} };
  // All or nothing: a start killed while writing must still leave the list of what it had started.
  const save = () => {
    writeFileSync(`${file}.new`, JSON.stringify(run));
    renameSync(`${file}.new`, file);
  };
  save();
  return {
    setPart(name, pid) {
      const found = pid === undefined ? undefined : markProcess(pid);
      if (found) run.parts[name] = found;
      else delete run.parts[name];
      save();
    },
    setStopping() {
      run.stopping = true;
      save();
    },
    remove: () => rmSync(file, { force: true }),
  };
}
