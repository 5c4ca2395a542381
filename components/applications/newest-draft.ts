import type { RawDraft } from "#lib/features/applications/types.ts";

/** What this window saved last, per application; lives as long as the page's script. */
const newest = new Map<string, { fields: RawDraft; savedAt: string }>();

/** Notes what was saved; `savedAt` (ISO) is the server's, or left out when only this window knows that it was. */
export function noteSaved(id: string, fields: RawDraft, savedAt?: string): void {
  const before = newest.get(id);
  const at =
    savedAt ?? new Date(Math.max(Date.now(), Date.parse(before?.savedAt ?? "") + 1 || 0)).toISOString();
  newest.set(id, { fields: { ...before?.fields, ...fields }, savedAt: at });
}

/**
 * The draft as it is now. Back and forward show a tab as the router remembers it, drawn before the last save; without
 * this its old text would stand in the fields and be saved over the new one.
 */
export function newestDraft(id: string, drawn: { draft: RawDraft; savedAt: string }) {
  const known = newest.get(id);
  if (!known || known.savedAt <= drawn.savedAt) return drawn;
  return { draft: { ...drawn.draft, ...known.fields }, savedAt: known.savedAt };
}
