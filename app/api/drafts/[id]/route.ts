import { currentUser } from "#lib/auth/gates.ts";
import { paths } from "#lib/core/paths.ts";
import { FOREIGN_ORIGIN } from "#lib/core/result.ts";
import { saveDraftAction } from "#lib/features/drafts/actions.ts";

/** A tab's raw text in JSON; the longest honest one is well below. */
const maxBytes = 64 * 1024;

const answer = (status: number, body: Record<string, unknown>) =>
  Response.json(body, { status, headers: { "cache-control": "no-store" } });

/** The request's text, or null when it is longer than allowed; a wrong Content-Length does not help. */
async function readText(request: Request): Promise<string | null> {
  if (Number(request.headers.get("content-length") ?? 0) > maxBytes) return null;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > maxBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

const basedOn = ["version", "editor", "sequence"] as const;
/** Names that are no field's. */
const reserved = new Set<string>(["id", "step", ...basedOn]);

/**
 * The form fields in a body `{ step, fields: { name: text }, version, editor, sequence }`, or null when it has another
 * shape; the last three say what the save is based on.
 */
function readFields(text: string): FormData | null {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof body !== "object" || body === null || !("step" in body) || !("fields" in body)) return null;
  const { step, fields } = body;
  const sent: Readonly<Record<string, unknown>> = { ...body };
  if (typeof step !== "string" || typeof fields !== "object" || fields === null) return null;
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    if (typeof value !== "string" || reserved.has(name)) return null;
    data.set(name, value);
  }
  data.set("step", step);
  for (const name of basedOn) {
    const value = sent[name];
    if (typeof value === "string" || typeof value === "number") data.set(name, String(value));
  }
  return data;
}

const refusals: Readonly<Record<string, number>> = { not_found: 404, read_only: 403 };

/**
 * Autosave of a draft while it is being typed; a route and no server action, because a page that is being left can still
 * send it (`keepalive`). Answers `{ savedAt, version, changed }` (ISO; what others changed since the version that the save
 * names) or `{ error }` with a stable code: 401 signed_out, 403 foreign_origin, 404 not_found, 409 not_editable or
 * deleted, 413 too_large, 400 invalid, 500 failed. 409 conflict: somebody else changed the same field since; the rest was
 * saved, and `conflicts` holds both texts of each field that was not.
 */
export async function POST(request: Request, { params }: { params: Promise<{ id: string }> }) {
  // Not the gate's redirect: fetch would follow it and take the sign-in page for an answer.
  const user = await currentUser();
  if (!user) return answer(401, { error: "signed_out", login: paths.login() });
  if (user.role !== "contractor") return answer(404, { error: "not_found" });
  const text = await readText(request);
  if (text === null) return answer(413, { error: "too_large" });
  const data = readFields(text);
  if (data === null) return answer(400, { error: "invalid" });
  data.set("id", (await params).id);
  const result = await saveDraftAction({ status: "idle" }, data);
  if (result.status === "done")
    return result.value.conflicts.length > 0
      ? answer(409, { error: "conflict", ...result.value })
      : answer(200, result.value);
  if (result.status === "refused") return answer(refusals[result.reason] ?? 409, { error: result.reason });
  if (result.status === "invalid") return answer(400, { error: "invalid" });
  if (result.status === "failed" && result.ref !== FOREIGN_ORIGIN)
    return answer(500, { error: "failed", ref: result.ref });
  return answer(403, { error: "foreign_origin" });
}
