import type { SaveAnswer } from "#components/drafts/draft-saver.ts";
import { editorName, knownVersion, nextSequence } from "#components/drafts/newest-draft.ts";
import { paths } from "#lib/core/paths.ts";
import type { Change, Conflict } from "#lib/features/drafts/types.ts";
import type { TabSlug } from "#lib/features/questions/constants.ts";
import type { RawDraft, Warning } from "#lib/features/questions/types.ts";

/** Browsers let at most 64 KB of requests outlive their page; a longer one is sent without that. */
const keepaliveBytes = 60_000;

type Kept = { savedAt: string; version: number; changed: Change[]; warnings: Warning[] };
type Refused = { code: "not_editable" | "deleted" };

/** Saves some fields of a tab; every failure of the connection or the server is worth another try. */
export async function sendDraft(
  id: string,
  step: TabSlug,
  fields: RawDraft,
  signal: AbortSignal,
): Promise<SaveAnswer> {
  const based = { version: knownVersion(id), editor: editorName(), sequence: nextSequence() };
  const body = JSON.stringify({ step, fields, ...based });
  try {
    const response = await fetch(paths.applicationDraft(id), {
      method: "POST",
      headers: { "content-type": "application/json" },
      body,
      signal,
      keepalive: new Blob([body]).size < keepaliveBytes,
      redirect: "manual",
    });
    if (response.status === 200) {
      const kept: Kept = await response.json();
      return { ...kept, conflicts: [] };
    }
    if (response.status === 401 || response.type === "opaqueredirect") return { closed: "signed_out" };
    if (response.status === 409) {
      const answer: Refused | (Kept & { conflicts: Conflict[] }) = await response.json();
      return "conflicts" in answer
        ? answer
        : { closed: answer.code === "deleted" ? "deleted" : "not_editable" };
    }
    if (response.status === 404) return { closed: "not_found" };
    return response.status >= 500 || response.status === 429 ? "retry" : { closed: "refused" };
  } catch {
    return "retry";
  }
}
