import { type ChildProcess, spawn } from "node:child_process";
import { afterEach, describe, expect, test, vi } from "vitest";
import { type Patience, type Supervised, saidUp, supervise } from "#lib/cli/stack/supervisor.ts";

const patience: Patience = { firstDelayMs: 20, longestDelayMs: 80, giveUpMs: 2_000 };
let running: Supervised | undefined;

afterEach(async () => {
  await running?.stop();
  running = undefined;
});

/** A part that reports over its channel that it is up. */
const node = (script: string) =>
  spawn(process.execPath, ["-e", script], { stdio: ["ignore", "ignore", "ignore", "ipc"] });

/** A part that starts in a few milliseconds; on a busy machine Node took so long that none of these tests held. */
const shell = (script: string) => spawn("sh", ["-c", script], { stdio: "ignore" });

function supervised(
  run: () => ChildProcess,
  given = patience,
  up: (child: ChildProcess) => Promise<void> = saidUp,
): { part: Supervised; starts: number[]; children: ChildProcess[] } {
  vi.spyOn(console, "error").mockImplementation(() => undefined);
  const starts: number[] = [];
  const children: ChildProcess[] = [];
  const part = supervise(
    {
      name: "part",
      start: () => {
        starts.push(performance.now());
        const child = run();
        children.push(child);
        return child;
      },
      up,
      stopSignal: "SIGTERM",
      stopPatienceMs: 300,
      onProcess: () => undefined,
    },
    given,
  );
  running = part;
  return { part, starts, children };
}

describe("A supervised part", () => {
  test("is started again when it is killed", async () => {
    const { part, starts, children } = supervised(() =>
      node("process.send('up'); setInterval(() => {}, 1000)"),
    );
    await part.firstUp;
    children[0]?.kill("SIGKILL");
    await vi.waitFor(() => expect(starts).toHaveLength(2), 20_000);
  });

  test("is given up when it never comes up, after delays that grow", async () => {
    const { part, starts } = supervised(() => shell("exit 3"));
    await expect(part.lost).rejects.toThrow("The part did not come up");
    // Each attempt takes time; without delays, far more would fit into two seconds.
    expect(starts.length).toBeGreaterThan(3);
    expect(starts.length).toBeLessThan(2_000 / patience.longestDelayMs + 3);
  });

  test("is given up when it hangs while coming up", async () => {
    const { part, children } = supervised(() => shell("exec sleep 60"), { ...patience, giveUpMs: 400 });
    await expect(part.lost).rejects.toThrow("giving up");
    expect(children).toHaveLength(1);
    expect(children[0]?.signalCode).toBe("SIGKILL");
  });

  test("that was up a moment ago is not given up", async () => {
    const { part, starts } = supervised(
      () => shell("sleep 0.06; exit 1"),
      { ...patience, giveUpMs: 1_500 },
      () => Promise.resolve(),
    );
    let lost = false;
    part.lost.catch(() => {
      lost = true;
    });
    await vi.waitFor(() => expect(starts.length).toBeGreaterThan(8), 20_000);
    expect(lost).toBe(false);
  });

  test("stays down once it was stopped, even one that ignores the request", async () => {
    const { part, starts, children } = supervised(() =>
      node("process.on('SIGTERM', () => {}); process.send('up'); setInterval(() => {}, 1000)"),
    );
    await part.firstUp;
    await part.stop();
    expect(children[0]?.signalCode).toBe("SIGKILL");
    expect(starts).toHaveLength(1);
  });

  test("is restarted at once, without delay or complaint, when asked", async () => {
    const { part, starts } = supervised(() => node("process.send('up'); setInterval(() => {}, 1000)"), {
      ...patience,
      firstDelayMs: 60_000,
    });
    await part.firstUp;
    part.restart();
    await vi.waitFor(() => expect(starts).toHaveLength(2), 20_000);
  });
});
