"use server";
import { z } from "zod";
import { requireContractor } from "#lib/auth/gates.ts";
import { defineAction, type FieldErrors, isPostedPlainly } from "#lib/core/action.ts";
import { newId } from "#lib/core/ids.ts";
import { paths } from "#lib/core/paths.ts";
import { postedCount, postedId } from "#lib/core/posted.ts";
import { isRefused, type Refused } from "#lib/core/result.ts";
import { checkDraft } from "#lib/features/applications/commands.ts";
import { FIELDS, type FieldName, STEPS, type StepSlug, stepOf } from "#lib/features/questions/constants.ts";
import { PROPOSALS, type ProposalName } from "#lib/features/questions/steps/years.ts";
import type { RawDraft } from "#lib/features/questions/types.ts";
import {
  copyApplication,
  createDraft,
  deleteDraft,
  restoreDraft,
  saveDraft,
  spellBanks,
  takeProposal,
} from "./commands.ts";
import { changesOf } from "./rules.ts";
import type { Based, Conflict } from "./types.ts";

/** Raw text of one control, kept whether valid or not; longer than any answer may be, so that a mistake can be told. */
const maxRaw = 10_000;
const raw = z
  .string()
  .max(maxRaw, "文字が多すぎます。短くして入力してください。")
  // PostgreSQL's jsonb holds neither NUL nor half of a surrogate pair; a paste may bring both. A form without script
  // posts other line ends than a script reads.
  .transform((text) =>
    text
      .replaceAll("\0", "")
      .replace(/\p{Cs}/gu, "")
      .replaceAll("\r\n", "\n"),
  )
  .optional();
const names = Object.keys(FIELDS) as FieldName[];
const fields = Object.fromEntries(names.map((name) => [name, raw])) as Record<FieldName, typeof raw>;
const id = postedId;
const step = z.enum(STEPS.map(({ slug }) => slug) as [StepSlug, ...StepSlug[]]);
/** What the page knows of the draft; left out by nobody but a page from before drafts had versions. */
const based = {
  version: postedCount.optional(),
  editor: z.string().max(200).optional(),
  sequence: postedCount.optional(),
};

type BasedInput = {
  version?: number | undefined;
  editor?: string | undefined;
  sequence?: number | undefined;
};

/** A page without script has no name of its own: each of its posts is another editor. */
function basedOf({ version, editor, sequence }: BasedInput): Based | null {
  if (version === undefined) return null;
  return { version, editor: editor || newId(), sequence: sequence ?? 1 };
}

const fieldsOf = (slug: StepSlug) => STEPS.find((one) => one.slug === slug)?.fields ?? [];

type Texts = { readonly [K in FieldName]?: string | undefined };

/** The fields of a step that were sent. */
function given(slug: StepSlug, input: Texts): RawDraft {
  return Object.fromEntries(
    fieldsOf(slug).flatMap((field) => (input[field] === undefined ? [] : [[field, input[field]]])),
  );
}

/** All fields of a step: what a form leaves out (an open box, no choice yet) was emptied. */
function whole(slug: StepSlug, input: Texts): RawDraft {
  return Object.fromEntries(fieldsOf(slug).map((field) => [field, input[field] ?? ""]));
}

/** The fields that were changed in the form; all, unless it says what stood there before. */
function typedIn(texts: RawDraft, before: Texts | undefined): RawDraft {
  if (!before) return texts;
  return Object.fromEntries(
    (Object.entries(texts) as [FieldName, string][]).filter(([field, text]) => text !== before[field]),
  );
}

const gone = "この申込は見つかりません。「保証申込」の一覧から開き直してください。";
const notEditable = "この申込は送信済みのため、変更できません。";
const deleted = "この下書きは、別の画面で削除されました。「保証申込」の一覧に戻り、新しく作成してください。";

/** 「申込の作成（新規）」: makes a draft and opens its first tab. */
export const createDraftAction = defineAction({
  name: "application.create",
  gate: requireContractor,
  schema: z.strictObject({}),
  run: async (scope) => ({ id: await createDraft(scope) }),
  refused: {},
  then: (draft) => paths.applicationStep(draft.id, "works"),
});

/** 「前回の申込を複製」 (without an id) and 「この申込を複製」: makes a draft of what was sent and opens its first tab. */
export const copyApplicationAction = defineAction({
  name: "application.copy",
  gate: requireContractor,
  schema: z.strictObject({ id: id.optional() }),
  run: (scope, input) => copyApplication(scope, input.id),
  refused: { not_found: "複製できる申込が見つかりません。「申込の作成（新規）」から作成してください。" },
  then: (draft) => paths.applicationStep(draft.id, "works", { copied: true }),
});

/** 「下書きを削除」: away from the list, where it can be taken back. */
export const deleteDraftAction = defineAction({
  name: "application.delete_draft",
  gate: requireContractor,
  schema: z.strictObject({ id }),
  run: (scope, input) => deleteDraft(scope, input.id),
  refused: { not_found: gone, not_editable: "この申込は送信済みのため、削除できません。" },
  then: (draft) => paths.applications({ deleted: draft.id }),
});

/** 「元に戻す」 after a draft was thrown away. */
export const restoreDraftAction = defineAction({
  name: "application.restore_draft",
  gate: requireContractor,
  schema: z.strictObject({ id }),
  run: (scope, input) => restoreDraft(scope, input.id),
  refused: { not_found: gone },
  then: () => paths.applications(),
});

/** Autosave: keeps the given fields of one tab; answers with the time of saving (ISO) and what others changed. */
export const saveDraftAction = defineAction({
  name: "application.save",
  gate: requireContractor,
  schema: z
    .strictObject({ id, step, ...based, ...fields })
    .refine((input) => names.every((name) => input[name] === undefined || stepOf(name) === input.step)),
  run: (scope, input) => saveDraft(scope, input.id, given(input.step, input), basedOf(input), input.step),
  refused: { not_found: gone, not_editable: notEditable, deleted },
  value: (saved, { step: slug }) => ({
    ...saved,
    savedAt: saved.savedAt.toISOString(),
    warnings: saved.warnings.filter(({ field }) => stepOf(field) === slug),
  }),
});

const texts = z
  .string()
  .max(100_000)
  .transform((json): unknown => JSON.parse(json))
  .pipe(z.strictObject(fields))
  .optional();

/** What the buttons of a tab do without script; with script only `check` and `quit` come here. */
const edit = z.strictObject({
  id,
  step,
  intent: z.enum(["check", "quit", "keep", "clear", "restore", "row", ...PROPOSALS]),
  /** What 「元に戻す」 brings back. */
  undo: texts,
  /** What stood in the form before, as far as the server is known to have it. */
  before: texts,
  ...based,
  ...fields,
});

const isProposal = (intent: string): intent is ProposalName => PROPOSALS.some((name) => name === intent);

type Edited = { target?: string; cleared?: RawDraft; version?: number; conflicts?: Conflict[] };
type Closed = "not_found" | "not_editable" | "deleted";

/**
 * The buttons of a tab. All keep what is typed in it first; 「申込内容を確認する」 then checks all three tabs and goes on to
 * the confirm page, a clear gives back what stood there, for 「元に戻す」. Where somebody else changed the same field
 * meanwhile, the page stays and shows both; 「自分の入力を残す」 is posted on the newer version.
 */
export const editDraftAction = defineAction({
  name: "application.edit",
  gate: requireContractor,
  schema: edit,
  run: async (scope, input): Promise<Edited | FieldErrors | Refused<Closed>> => {
    const posted = whole(input.step, input);
    const typed = input.intent === "check" ? spellBanks(posted) : posted;
    const wanted =
      input.intent === "clear"
        ? whole(input.step, {})
        : input.intent === "restore"
          ? given(input.step, input.undo ?? {})
          : typed;
    const saved = await saveDraft(
      scope,
      input.id,
      typedIn(wanted, input.intent === "restore" ? undefined : input.before),
      basedOf(input),
      input.step,
    );
    if (isRefused(saved)) return saved;
    const conflicts = changesOf(saved.conflicts, input.step);
    if (conflicts.length > 0) return { version: saved.version, conflicts };
    if (input.intent === "clear") return { cleared: typed, version: saved.version };
    if (input.intent === "restore" || input.intent === "keep" || input.intent === "row")
      return { version: saved.version };
    if (isProposal(input.intent)) {
      const taken = await takeProposal(scope, input.id, input.intent);
      return isRefused(taken) ? taken : { version: taken.version };
    }
    if (input.intent === "quit") return { target: paths.applications() };
    const checked = await checkDraft(scope, input.id);
    if (isRefused(checked)) return checked;
    if (!checked.ok) {
      // A page drawn in answer to a post has the title of the one before; its own address says 「エラー：」 in the title.
      if (await isPostedPlainly())
        return { target: paths.applicationStep(input.id, input.step, { check: true }) };
      return { errors: checked.errors };
    }
    return { target: paths.applicationConfirm(input.id) };
  },
  refused: { not_found: gone, not_editable: notEditable, deleted },
  then: (edited) => edited.target,
  value: (edited) => ({
    cleared: edited.cleared ?? null,
    version: edited.version ?? null,
    conflicts: edited.conflicts ?? [],
  }),
});
