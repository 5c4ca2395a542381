import { setTimeout as sleep } from "node:timers/promises";

/**
 * Waits until `check` returns something, calling it every `everyMs`, and returns that. Fails after `withinMs` with what
 * was awaited and what was seen last.
 * @param check undefined, null and false mean "not yet".
 */
export async function until<T>(
  what: string,
  check: () => Promise<T | undefined | null | false> | T | undefined | null | false,
  {
    withinMs = 30_000,
    everyMs = 50,
    seen,
  }: { withinMs?: number; everyMs?: number; seen?: () => unknown } = {},
): Promise<T> {
  const deadline = performance.now() + withinMs;
  for (;;) {
    const found = await check();
    if (found !== undefined && found !== null && found !== false) return found;
    if (performance.now() > deadline) {
      const instead = seen ? `; instead: ${JSON.stringify(await seen())}` : "";
      throw new Error(`${what} did not happen within ${withinMs} ms${instead}`);
    }
    await sleep(everyMs);
  }
}
