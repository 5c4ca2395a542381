import type { SaveAnswer } from "#components/applications/draft-saver.ts";
import { paths } from "#lib/core/paths.ts";
import type { StepSlug } from "#lib/features/applications/constants.ts";
import type { RawDraft } from "#lib/features/applications/types.ts";

/** Browsers let at most 64 KB of requests outlive their page; a longer one goes without. */
const keepaliveBytes = 60_000;

/** Sends some fields of a tab to be kept; every trouble of the line or the server is worth another try. */
export async function sendDraft(
  id: string,
  step: StepSlug,
  fields: RawDraft,
  signal: AbortSignal,
): Promise<SaveAnswer> {
  const body = JSON.stringify({ step, fields });
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
      const answer: { savedAt: string } = await response.json();
      return { savedAt: answer.savedAt };
    }
    if (response.status === 401 || response.type === "opaqueredirect") return { closed: "signed_out" };
    if (response.status === 409) return { closed: "not_editable" };
    if (response.status === 404) return { closed: "not_found" };
    return response.status >= 500 || response.status === 429 ? "retry" : { closed: "refused" };
  } catch {
    return "retry";
  }
}
