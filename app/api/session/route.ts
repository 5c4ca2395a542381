import { answerJson, jsonRoute, problem } from "#lib/core/json-route.ts";
import { loadSessionTimes } from "#lib/features/accounts/loaders.ts";
import { keepSessionOperation } from "#lib/features/accounts/operations.ts";

/**
 * When the visitor's session ends: `{ at, idleEndsAt, expiresAt }` in milliseconds. Asking does not keep it alive. 401
 * when it has ended.
 */
export function GET(): Promise<Response> {
  return answerJson("account.session", async () => {
    const times = await loadSessionTimes();
    return times ? Response.json(times) : problem("signed_out");
  });
}

/** 「続ける」: keeps the session alive; answers like GET. */
export const POST = jsonRoute(keepSessionOperation);
