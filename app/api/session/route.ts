import { answerJson, jsonRoute, problem } from "#lib/core/json-route.ts";
import { loadSessionTimes } from "#lib/features/accounts/loaders.ts";
import { keepSessionOperation } from "#lib/features/accounts/operations.ts";

/** When the own session ends: `{ at, idleEndsAt, expiresAt }` in milliseconds. Asking does not keep it up. 401 when it has ended. */
export function GET(): Promise<Response> {
  return answerJson("account.session", async () => {
    const times = await loadSessionTimes();
    return times ? Response.json(times) : problem("signed_out");
  });
}

/** 「続ける」: the session counts as used now; answers like GET. */
export const POST = jsonRoute(keepSessionOperation);
