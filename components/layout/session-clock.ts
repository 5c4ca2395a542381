import { paths } from "#lib/core/paths.ts";

/** When a session ends, in milliseconds since 1970 by the server's clock, which said `at` when it answered. */
export type SessionTimes = { at: number; idleEndsAt: number; expiresAt: number };

/**
 * How far this browser's clock is ahead of the server's. Answers only arrive late, and Back draws an old page again: the
 * smallest difference seen is the truest.
 */
let aheadMs: number | null = null;

/** Notes what the server's clock said. */
export function noteTimes({ at }: SessionTimes): void {
  const ahead = Date.now() - at;
  aheadMs = aheadMs === null ? ahead : Math.min(aheadMs, ahead);
}

/** How long the session goes on; `last` when its longest time ends it, which nothing extends. */
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

/** When the session ends, by the server; asking does not keep it up. */
export const askSession = () => answerOf("GET");

/** Keeps the session up, as a request of the person does. */
export const keepSession = () => answerOf("POST");
