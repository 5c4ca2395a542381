import type { Change } from "#lib/features/drafts/types.ts";
import type { RawDraft } from "#lib/features/questions/types.ts";

/** A draft as drawn or as answered: all its texts at a version. */
type Seen = { draft: RawDraft; version: number; savedAt: string; owner: string };

type Known = Seen & {
  /** Texts of a tab that was left before the server had saved them. */
  pending: RawDraft;
};

/** What this window knows about its drafts beyond the drawn pages, as long as the page's script lives. */
const known = new Map<string, Known>();

/** This window's name and, after a reload, its earlier names. */
let names: string[] = [];
let requests = 0;

/**
 * The name of this window, which distinguishes its own saves from those of others: its name and its latest earlier
 * ones, with dots between. A duplicated window gets a name of its own.
 */
export function editorName(): string {
  if (names.length === 0)
    names = [Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16)).join("")];
  return names.join(".");
}

/** The number of the next request; a request with a lower one is older, whenever it arrives. */
export function nextSequence(): number {
  requests += 1;
  return requests;
}

/** The version that this window has seen. */
export function knownVersion(id: string): number {
  return known.get(id)?.version ?? 0;
}

/**
 * Records what the server saved and what others changed; without a version, the server has not answered yet. `still` is
 * what was typed after that.
 */
export function noteSaved(
  id: string,
  fields: RawDraft,
  answer: { savedAt: string; version?: number; changed?: readonly Change[] },
  still: RawDraft = {},
): void {
  const before = known.get(id);
  if (!before) return;
  const newer: Readonly<Record<string, string | undefined>> = still;
  const theirs = (answer.changed ?? []).map(({ field, latest }) => [field, latest]);
  known.set(id, {
    ...before,
    draft: { ...before.draft, ...Object.fromEntries(theirs), ...fields },
    version: Math.max(before.version, answer.version ?? 0),
    savedAt: [answer.savedAt, before.savedAt].sort()[1] ?? answer.savedAt,
    pending: Object.fromEntries(
      Object.entries(before.pending).filter(([field, text]) => !(field in fields) || newer[field] === text),
    ),
  });
}

/** Records what a tab that is being left has not brought to the server yet. */
export function notePending(id: string, fields: RawDraft): void {
  const before = known.get(id);
  if (before) known.set(id, { ...before, pending: { ...before.pending, ...fields } });
}

const shelf = (owner: string, id: string) => `draft/${owner}/${id}`;

/** Stores, for this window and person only, what the server has not confirmed, while the page is closing. */
export function keepTyped(id: string, fields: RawDraft): void {
  const { owner, version } = known.get(id) ?? { owner: "", version: 0 };
  if (Object.keys(fields).length > 0)
    sessionStorage.setItem(shelf(owner, id), JSON.stringify({ version, fields, editor: editorName() }));
}

/**
 * What was stored before a reload and is not in the drawn draft, still based on the version on which it was typed. It
 * is removed when read, so that a duplicate of the window finds nothing.
 */
export function takeTyped(id: string): RawDraft {
  const before = known.get(id);
  const place = shelf(before?.owner ?? "", id);
  const laid = sessionStorage.getItem(place);
  if (!before || laid === null) return {};
  sessionStorage.removeItem(place);
  const left: { version: number; fields: RawDraft; editor: string } = JSON.parse(laid);
  names = [...editorName().split("."), ...left.editor.split(".")].slice(0, 4);
  const drawn: Readonly<Record<string, string | undefined>> = before.draft;
  const pending = Object.entries(left.fields).filter(([field, text]) => text !== (drawn[field] ?? ""));
  const typed: RawDraft = Object.fromEntries(pending);
  if (pending.length > 0) known.set(id, { ...before, version: left.version, pending: typed });
  return typed;
}

/**
 * The present draft, and how much of it the server is known to have. Back and Forward show a tab as the router
 * remembers it, from before the last save, and the next tab may be drawn during a slow save; without this, old text
 * would be shown and saved over the new. Text on its way stays based on the version on which it was typed, so that what
 * somebody else wrote meanwhile is shown and not overwritten.
 */
export function newestDraft(id: string, drawn: Seen) {
  const { owner } = drawn;
  const found = known.get(id);
  // Somebody else may have signed in since.
  const before = found?.owner === owner ? found : undefined;
  const fresher = !before || drawn.version > before.version;
  const pending = before?.pending ?? {};
  const kept = fresher ? drawn.draft : before.draft;
  const savedAt = fresher ? drawn.savedAt : before.savedAt;
  const version = fresher && Object.keys(pending).length === 0 ? drawn.version : (before?.version ?? 0);
  // On the server the map would be everybody's.
  if (typeof document !== "undefined") known.set(id, { draft: kept, version, savedAt, owner, pending });
  return { draft: { ...kept, ...pending }, kept, pending, savedAt, version };
}
