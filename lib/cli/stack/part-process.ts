import { describeFailure } from "#lib/cli/failure.ts";

/**
 * Runs a part (web, worker, mail catcher) in its own process: `open` starts it and returns how to close it. It reports
 * "up" to the start that supervises it and closes on SIGTERM, on SIGINT, or when that start dies (killed with -9 it
 * sends no signal, but its channel breaks). It ends after `patienceMs` at the latest.
 */
export async function livePart(open: () => Promise<() => Promise<void>>, patienceMs = 20_000): Promise<void> {
  const asked = Promise.withResolvers<void>();
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => asked.resolve());
  process.on("disconnect", () => asked.resolve());
  try {
    const close = await Promise.race([open(), asked.promise]);
    if (!close) process.exit(0); // Asked to stop before it was up, so it has no work in hand.
    process.send?.("up");
    await asked.promise;
    setTimeout(() => process.exit(1), patienceMs).unref();
    await close();
    process.exit(0);
  } catch (error) {
    console.error(describeFailure(error));
    process.exit(1);
  }
}
