import { paths } from "#lib/core/paths.ts";

/** When a session ends, in milliseconds since 1970 by the server's clock, which was at `at` when it answered. */
export type SessionTimes = { at: number; idleEndsAt: number; expiresAt: number };

/**
 * How far this browser's clock is ahead of the server's. Answers arrive late, and Back shows an old page again, so the
 * smallest difference seen is the best.
 */
let aheadMs: number | null = null;

/** Records a reading of the server's clock. */
export function noteTimes({ at }: SessionTimes): void {
  const ahead = Date.now() - at;
  aheadMs = aheadMs === null ? ahead : Math.min(aheadMs, ahead);
}

/** How long the session lasts; `last` when it has reached its maximum, which nothing extends. */
export function leftMs({ idleEndsAt, expiresAt }: SessionTimes): { left: number; last: boolean } {
  const serverNow = Date.now() - (aheadMs ?? 0);
  return { left: Math.min(idleEndsAt, expiresAt) - serverNow, last: expiresAt <= idleEndsAt };
}

async function answerOf(method: "GET" | "POST"): Promise<SessionTimes | "over" | "unknown"> {
  try {
    const response = await fetch(paths.session(), { method, cache: "no-store" });
    if (response.status === 401) return "over";
    return response.ok ? ((await response.json()) as SessionTimes) : "unknown";
  } catch {
    return "unknown";
  }
}

/** Asks the server when the session ends, without keeping it alive. */
export const askSession = () => answerOf("GET");

/** Keeps the session alive, as a request of the person does. */
export const keepSession = () => answerOf("POST");
