import { FOREIGN_ORIGIN } from "#lib/core/result.ts";
import { keepSessionAction } from "#lib/features/accounts/actions.ts";
import { loadSessionTimes, presentTimes } from "#lib/features/accounts/loaders.ts";

const answer = (status: number, body: object) =>
  Response.json(body, { status, headers: { "cache-control": "no-store" } });

/** When the own session ends: `{ at, idleEndsAt, expiresAt }` in milliseconds. Asking does not keep it up. 401 when it has ended. */
export async function GET(): Promise<Response> {
  const times = await loadSessionTimes();
  return times ? answer(200, times) : answer(401, { error: "signed_out" });
}

/** 「続ける」: the session counts as used now; answers like GET. 403 when another site's page asks. */
export async function POST(): Promise<Response> {
  const result = await keepSessionAction({ status: "idle" }, new FormData());
  if (result.status === "done") return answer(200, presentTimes(result.value));
  if (result.status === "refused") return answer(401, { error: "signed_out" });
  if (result.status === "failed" && result.ref !== FOREIGN_ORIGIN) return answer(500, { error: "failed" });
  return answer(403, { error: "foreign_origin" });
}
