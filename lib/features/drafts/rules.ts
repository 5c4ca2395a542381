import { type FieldName, QUESTIONS, type TabSlug, tabOf } from "#lib/features/questions/constants.ts";
import type { Context, RawDraft } from "#lib/features/questions/types.ts";
import type { Based, Change, Conflict, DraftEdits, KeptDraft } from "./types.ts";

/** How many windows and tabs are remembered with their newest request. */
const lanesKept = 40;

/** Who edited which field last, as stored; rows from before this was kept hold nothing. */
export function readEdits(json: unknown): DraftEdits {
  const edits = (json ?? {}) as Partial<DraftEdits>;
  return { fields: edits.fields ?? {}, lanes: edits.lanes ?? {} };
}

type Writer = { name: string; at: string };
type Merged = KeptDraft & { written: FieldName[]; changed: Change[]; conflicts: Conflict[] };

/**
 * Merges typed fields into the draft. A field that somebody else changed after the page saw it stays and is reported
 * with both texts; all others are accepted. A window never conflicts with itself: its saves may arrive twice, or in the
 * wrong order. Without `based` (a seed, a test) everything is accepted.
 */
export function mergeDraft(
  kept: KeptDraft,
  fields: RawDraft,
  by: Writer,
  based: Based | null,
  step: TabSlug | null = null,
): Merged {
  const { edits } = kept;
  const names = based?.editor.split(".") ?? [];
  const [editor = ""] = names;
  const lane = based && step ? `${editor}/${step}` : null;
  const outdated = based !== null && lane !== null && (edits.lanes[lane] ?? 0) >= based.sequence;
  const foreign = (field: FieldName) => {
    const mark = edits.fields[field];
    return based && mark && mark.version > based.version && !names.includes(mark.editor) ? mark : null;
  };
  const changeOf = (field: FieldName): Change[] => {
    const mark = foreign(field);
    return mark ? [{ field, latest: kept.draft[field] ?? "", by: mark.by, at: mark.at }] : [];
  };

  const typed = outdated ? [] : (Object.entries(fields) as [FieldName, string][]);
  const differing = typed.filter(([field, text]) => text !== (kept.draft[field] ?? ""));
  const conflicts = differing.flatMap(([field, mine]) =>
    changeOf(field).map((change) => ({ ...change, mine })),
  );
  const written = differing.filter(([field]) => !foreign(field));
  const version = kept.version + (written.length > 0 ? 1 : 0);
  const mark = { version, editor, by: by.name, at: by.at };
  const disputed = new Set(conflicts.map(({ field }) => field));
  return {
    draft: { ...kept.draft, ...Object.fromEntries(written) },
    version,
    edits: {
      fields: { ...edits.fields, ...Object.fromEntries(written.map(([field]) => [field, mark])) },
      lanes: lane && based && !outdated ? withLane(edits.lanes, lane, based.sequence) : edits.lanes,
    },
    written: written.map(([field]) => field),
    changed: (Object.keys(edits.fields) as FieldName[])
      .filter((field) => !disputed.has(field))
      .flatMap(changeOf),
    conflicts,
  };
}

/** Keeps the newest last and forgets the oldest beyond the limit. */
function withLane(lanes: DraftEdits["lanes"], lane: string, sequence: number): DraftEdits["lanes"] {
  const others = Object.entries(lanes).filter(([name]) => name !== lane);
  return Object.fromEntries([...others.slice(1 - lanesKept), [lane, sequence]]);
}

/** The changes of one tab's fields. */
export function changesOf<C extends Change>(changes: readonly C[], step: TabSlug): C[] {
  return changes.filter(({ field }) => tabOf(field) === step);
}

/** The raw text of a field as a person reads it: the words of a choice, the name of a record, 未入力 for nothing. */
export function wordsOf(field: FieldName, raw: string, { obligees, branches }: Context): string {
  if (raw === "") return "未入力";
  const line = QUESTIONS[field];
  if (line.kind === "choice") return line.choices[raw] ?? raw;
  if (line.kind === "apply" && raw === "on") return "申し込む";
  if (line.kind === "condition" && raw === "on") return "選択する";
  if (line.kind !== "record") return raw;
  if (line.of === "obligees") return obligees.find(({ id }) => id === raw)?.title ?? raw;
  return branches.find(({ id }) => id === raw)?.name ?? raw;
}
