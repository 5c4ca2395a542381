import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

/** A process that cannot be mistaken for a later one with the same number. */
export type ProcessMark = { pid: number; since: string };

function readStat(pid: number): string[] | undefined {
  try {
    // "pid (name) state ppid …": the name may hold spaces and brackets, so count from its end.
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  } catch {
    return undefined;
  }
}

function startOf(pid: number): string | undefined {
  if (process.platform === "linux") {
    const fields = readStat(pid);
    // A zombie has ended; its parent has just not noticed yet.
    return fields && fields[0] !== "Z" ? fields[19] : undefined;
  }
  if (process.platform === "win32") return isSignalled(pid) ? "unknown" : undefined;
  try {
    return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).trim() || undefined;
  } catch {
    return undefined;
  }
}

function isSignalled(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** The mark of a living process; undefined when there is none with this number. Source: /proc, else ps. */
export function markProcess(pid: number): ProcessMark | undefined {
  const since = startOf(pid);
  return since === undefined ? undefined : { pid, since };
}

/** Whether the marked process is still alive. */
export function isAlive(mark: ProcessMark): boolean {
  return startOf(mark.pid) === mark.since;
}

/** The living processes whose working directory is this folder; none where the system does not say (outside Linux). */
export function findProcessesIn(folder: string): ProcessMark[] {
  if (process.platform !== "linux") return [];
  return readdirSync("/proc").flatMap((name) => {
    try {
      if (!/^\d+$/.test(name) || readlinkSync(`/proc/${name}/cwd`) !== folder) return [];
    } catch {
      return []; // It has ended meanwhile, or belongs to another user.
    }
    const mark = markProcess(Number(name));
    return mark ? [mark] : [];
  });
}

async function endsWithin(mark: ProcessMark, milliseconds: number): Promise<boolean> {
  const deadline = performance.now() + milliseconds;
  while (isAlive(mark)) {
    if (performance.now() > deadline) return false;
    await sleep(50);
  }
  return true;
}

/** Ends a process: first with `gentle`, after `patienceMs` with `harsh`. Says whether it is gone. */
export async function endProcess(
  mark: ProcessMark,
  gentle: NodeJS.Signals,
  patienceMs: number,
  harsh: NodeJS.Signals = "SIGKILL",
): Promise<boolean> {
  for (const [signal, patience] of [[gentle, patienceMs] as const, [harsh, 5_000] as const]) {
    if (!isAlive(mark)) return true;
    try {
      process.kill(mark.pid, signal);
    } catch {
      return !isAlive(mark);
    }
    if (await endsWithin(mark, patience)) return true;
  }
  return false;
}
