import type { RawDraft } from "#lib/features/applications/types.ts";
import type { Change } from "#lib/features/drafts/types.ts";

/** A draft as it was drawn or answered: all its texts at a version. */
type Seen = { draft: RawDraft; version: number; savedAt: string };

type Known = Seen & {
  /** What was typed in a tab that was left before the server took it; on its way. */
  pending: RawDraft;
};

/** What this window knows of its drafts beyond the pages it was given; lives as long as the page's script. */
const known = new Map<string, Known>();

let name = "";
let requests = 0;

/** How this window calls itself, so that its own savings are told from those of others; a reload is another one. */
export function editorName(): string {
  if (name === "")
    name = Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16)).join("");
  return name;
}

/** The next request's number; a request with a lower one is older, whenever it arrives. */
export function nextSequence(): number {
  requests += 1;
  return requests;
}

/** The version that this window has seen. */
export function knownVersion(id: string): number {
  return known.get(id)?.version ?? 0;
}

/** Notes what the server took, and what others changed; without a version, the server has not answered yet. */
export function noteSaved(
  id: string,
  fields: RawDraft,
  answer: { savedAt: string; version?: number; changed?: readonly Change[] },
): void {
  const before = known.get(id);
  if (!before) return;
  const taken: Readonly<Record<string, string | undefined>> = fields;
  const theirs = (answer.changed ?? []).map(({ field, latest }) => [field, latest]);
  known.set(id, {
    draft: { ...before.draft, ...Object.fromEntries(theirs), ...fields },
    version: Math.max(before.version, answer.version ?? 0),
    savedAt: [answer.savedAt, before.savedAt].sort()[1] ?? answer.savedAt,
    pending: Object.fromEntries(
      Object.entries(before.pending).filter(([field, text]) => taken[field] !== text),
    ),
  });
}

/** Notes what a tab that is being left has not brought to the server yet. */
export function notePending(id: string, fields: RawDraft): void {
  const before = known.get(id);
  if (before) known.set(id, { ...before, pending: { ...before.pending, ...fields } });
}

/**
 * The draft as it is now, and how much of it the server is known to have. Back and forward show a tab as the router
 * remembers it, drawn before the last save, and the next tab may be drawn while a slow save is under way; without this
 * old text would stand in the fields and be saved over the new one. Text that is still on its way stays based on the
 * version that it was typed on: what somebody else wrote meanwhile is then told and not overwritten.
 */
export function newestDraft(id: string, drawn: Seen) {
  const before = known.get(id);
  const fresher = !before || drawn.version > before.version;
  const pending = before?.pending ?? {};
  const kept = fresher ? drawn.draft : before.draft;
  const savedAt = fresher ? drawn.savedAt : before.savedAt;
  const version = fresher && Object.keys(pending).length === 0 ? drawn.version : (before?.version ?? 0);
  // On the server the map would be everybody's.
  if (typeof document !== "undefined") known.set(id, { draft: kept, version, savedAt, pending });
  return { draft: { ...kept, ...pending }, kept, pending, savedAt, version };
}
