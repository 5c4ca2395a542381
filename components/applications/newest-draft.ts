import type { RawDraft } from "#lib/features/applications/types.ts";

type Known = {
  /** What the server took from this window, the newest at `savedAt` (ISO). */
  saved: RawDraft;
  savedAt: string;
  /** What was typed in a tab that was left before the server took it; on its way. */
  pending: RawDraft;
};

/** What this window knows of its drafts beyond the pages it was given; lives as long as the page's script. */
const known = new Map<string, Known>();

const nothing: Known = { saved: {}, savedAt: "", pending: {} };

/** Notes what the server took at an instant (ISO). */
export function noteSaved(id: string, fields: RawDraft, savedAt: string): void {
  const before = known.get(id) ?? nothing;
  const taken: Readonly<Record<string, string | undefined>> = fields;
  known.set(id, {
    saved: { ...before.saved, ...fields },
    savedAt: savedAt > before.savedAt ? savedAt : before.savedAt,
    pending: Object.fromEntries(
      Object.entries(before.pending).filter(([name, text]) => taken[name] !== text),
    ),
  });
}

/** Notes what a tab that is being left has not brought to the server yet. */
export function notePending(id: string, fields: RawDraft): void {
  const before = known.get(id) ?? nothing;
  known.set(id, { ...before, pending: { ...before.pending, ...fields } });
}

/**
 * The draft as it is now, and how much of it the server is known to have. Back and forward show a tab as the router
 * remembers it, drawn before the last save, and the next tab may be drawn while a slow save is under way; without this
 * old text would stand in the fields and be saved over the new one.
 */
export function newestDraft(id: string, drawn: { draft: RawDraft; savedAt: string }) {
  const here = known.get(id) ?? nothing;
  const fresher = here.savedAt > drawn.savedAt;
  const kept = fresher ? { ...drawn.draft, ...here.saved } : drawn.draft;
  return { draft: { ...kept, ...here.pending }, kept, savedAt: fresher ? here.savedAt : drawn.savedAt };
}
