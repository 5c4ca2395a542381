import type { FieldName } from "#lib/features/questions/constants.ts";
import type { RawDraft, Warning } from "#lib/features/questions/types.ts";

/** Who saves, and what the page knows about the draft. */
export type Based = {
  /** The draft's version that the page has seen. */
  version: number;
  /** The window that saves, by a random name; after a dot the names it had before a reload. */
  editor: string;
  /** Rises with every request of a window's tab; an older one that arrives late is ignored. */
  sequence: number;
};

/** The save that changed a field last. */
type FieldMark = { version: number; editor: string; by: string; at: string };

/** PERSISTED JSON (applications.draft_trail). Old rows hold `{}`: add fields with a default, never rename. */
export type DraftEdits = {
  fields: Partial<Record<FieldName, FieldMark>>;
  /** The newest request by window and tab, the latest ones only. */
  lanes: Record<string, number>;
};

/** The draft as stored. */
export type KeptDraft = { draft: RawDraft; version: number; edits: DraftEdits };

/** What another window or person changed meanwhile: the present text, by whom, when (ISO). */
export type Change = { field: FieldName; latest: string; by: string; at: string };

/** The same field changed on both sides; nothing of it was saved. */
export type Conflict = Change & { mine: string };

/** The result of a save. `changed` are others' changes since the version that the save names, in other tabs too. */
export type Saved = {
  version: number;
  savedAt: Date;
  changed: Change[];
  conflicts: Conflict[];
  /** Unprintable characters anywhere in the draft. */
  warnings: Warning[];
};
