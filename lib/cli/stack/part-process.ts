import { describeFailure } from "#lib/cli/failure.ts";

/**
 * The life of a part (web, worker, mail catcher) in its own process: `open` brings it up and returns how to close it.
 * Says "up" to the start that supervises it, closes on SIGTERM, SIGINT or when that start dies (killed with -9, it
 * sends no signal, but its channel breaks), and ends at the latest after `patienceMs`.
 */
export async function livePart(open: () => Promise<() => Promise<void>>, patienceMs = 20_000): Promise<void> {
  const asked = Promise.withResolvers<void>();
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => asked.resolve());
  process.on("disconnect", () => asked.resolve());
  try {
    const close = await Promise.race([open(), asked.promise]);
    if (!close) process.exit(0); // Asked before it was up: nobody's work is in its hands yet.
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
