import type { RawDraft } from "#lib/features/applications/types.ts";

type Known = {
  /** What the server took from this window. */
  saved: RawDraft;
  /** What was typed in this window, on its way to the server or there. */
  typed: RawDraft;
  /** When the newest of both was noted (ISO). */
  at: string;
};

/** What this window knows of its drafts beyond the pages it was given; lives as long as the page's script. */
const known = new Map<string, Known>();

/** Notes what the server took at an instant (ISO). */
export function noteSaved(id: string, fields: RawDraft, savedAt: string): void {
  const before = known.get(id);
  note(id, { saved: { ...before?.saved, ...fields }, typed: before?.typed ?? {} }, savedAt);
}

/** Notes what stands in the fields of a tab that is being left; it may still be on its way. */
export function noteTyped(id: string, fields: RawDraft): void {
  const before = known.get(id);
  note(id, { saved: before?.saved ?? {}, typed: { ...before?.typed, ...fields } }, new Date().toISOString());
}

function note(id: string, fields: Omit<Known, "at">, at: string): void {
  // The server's clock and this one may differ; what is noted later is newer in any case.
  const before = Date.parse(known.get(id)?.at ?? "") + 1 || 0;
  known.set(id, { ...fields, at: new Date(Math.max(Date.parse(at), before)).toISOString() });
}

/**
 * The draft as it is now, and how much of it the server is known to have. Back and forward show a tab as the router
 * remembers it, drawn before the last save, and the next tab may be drawn while a slow save is under way; without this
 * old text would stand in the fields and be saved over the new one.
 */
export function newestDraft(id: string, drawn: { draft: RawDraft; savedAt: string }) {
  const here = known.get(id);
  if (!here || here.at <= drawn.savedAt) return { ...drawn, kept: drawn.draft };
  const kept = { ...drawn.draft, ...here.saved };
  return { draft: { ...kept, ...here.typed }, kept, savedAt: here.at };
}
