import type { ChildProcess } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { PlainFailure } from "#lib/cli/failure.ts";
import { endProcess, markProcess } from "#lib/cli/stack/processes.ts";

/** How long to wait before and between attempts; docs/operations.md promises the defaults. */
export type Patience = { firstDelayMs: number; longestDelayMs: number; giveUpMs: number };

const defaults: Patience = { firstDelayMs: 500, longestDelayMs: 5_000, giveUpMs: 5 * 60_000 };

/** A process to keep alive. */
export type Part = {
  name: string;
  start(): ChildProcess;
  /** Resolves once this process does its work; otherwise rejects or never resolves. */
  up(child: ChildProcess): Promise<void>;
  /** The signal that asks it to end, and how long it may then take. */
  stopSignal: NodeJS.Signals;
  stopPatienceMs: number;
  /** The signal after that; PostgreSQL must not be killed with -9 while there is another way. */
  killSignal?: NodeJS.Signals;
  /** Called with the process number at each start and with `undefined` at each end. */
  onProcess(pid: number | undefined): void;
};

/** A part under supervision. */
export type Supervised = {
  name: string;
  /** Resolves when it has come up for the first time. */
  firstUp: Promise<void>;
  /** Rejects when it fails to come up for `giveUpMs`; never resolves. */
  lost: Promise<never>;
  /** Ends the present process, so that a new one replaces it. */
  restart(): void;
  /** Stops it and waits; `atOnce`: without patience. */
  stop(atOnce?: boolean): Promise<void>;
};

type Ending = { code: number | null; signal: NodeJS.Signals | null };

function ended(child: ChildProcess): Promise<Ending> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null)
      resolve({ code: child.exitCode, signal: child.signalCode });
    child.once("exit", (code, signal) => resolve({ code, signal }));
    child.once("error", () => resolve({ code: 1, signal: null }));
  });
}

/** Resolves when a Node part reports over its channel that it works (`process.send("up")`). */
export function saidUp(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.on("message", (message) => {
      if (message === "up") resolve();
    });
  });
}

/** Starts a part and restarts it whenever it ends, with growing delays, until it is stopped or patience runs out. */
export function supervise(part: Part, patience: Patience = defaults): Supervised {
  const stopping = new AbortController();
  const first = Promise.withResolvers<void>();
  const loss = Promise.withResolvers<never>();
  // Callers that never ask for it must not die of an unhandled rejection.
  loss.promise.catch(() => undefined);
  let child: ChildProcess | undefined;
  let lastUp = performance.now();
  let delay = patience.firstDelayMs;
  let meantToEnd = false;

  async function once(): Promise<void> {
    meantToEnd = false;
    const process = part.start();
    child = process;
    part.onProcess(process.pid);
    const end = ended(process);
    let upAt: number | undefined;
    const late = setTimeout(
      () => process.kill("SIGKILL"),
      Math.max(0, lastUp + patience.giveUpMs - performance.now()),
    );
    part.up(process).then(
      () => {
        upAt = performance.now();
        clearTimeout(late);
        first.resolve();
      },
      () => undefined,
    );
    const { code, signal } = await end;
    clearTimeout(late);
    part.onProcess(undefined);
    if (upAt !== undefined) {
      lastUp = performance.now();
      // A part that keeps ending right after coming up must not be restarted twice a second for ever.
      if (lastUp - upAt > patience.longestDelayMs) delay = patience.firstDelayMs;
    }
    if (!stopping.signal.aborted && !meantToEnd)
      console.error(
        `The ${part.name} ended (${signal ?? `code ${code}`}); starting it again in ${delay / 1000} s.`,
      );
  }

  async function keep(): Promise<void> {
    while (!stopping.signal.aborted) {
      await once();
      if (stopping.signal.aborted) return;
      if (performance.now() - lastUp >= patience.giveUpMs) {
        const minutes = Math.round(patience.giveUpMs / 60_000);
        loss.reject(new PlainFailure(`The ${part.name} did not come up for ${minutes} minutes; giving up.`));
        return;
      }
      await sleep(meantToEnd ? 0 : delay, undefined, { signal: stopping.signal }).catch(() => undefined);
      delay = Math.min(delay * 2, patience.longestDelayMs);
    }
  }

  const kept = keep();
  kept.catch((error: unknown) => loss.reject(error));
  return {
    name: part.name,
    firstUp: first.promise,
    lost: loss.promise,
    restart() {
      meantToEnd = true;
      child?.kill(part.stopSignal);
    },
    async stop(atOnce = false) {
      stopping.abort();
      const mark = child?.pid === undefined ? undefined : markProcess(child.pid);
      if (mark && child?.exitCode === null && child.signalCode === null)
        await endProcess(
          mark,
          part.stopSignal,
          atOnce ? 500 : part.stopPatienceMs,
          part.killSignal ?? "SIGKILL",
        );
      await kept.catch(() => undefined);
    },
  };
}
