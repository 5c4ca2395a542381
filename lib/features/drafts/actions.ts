"use server";
import { z } from "zod";
import { requireContractor } from "#lib/auth/gates.ts";
import { defineAction, isPostedPlainly } from "#lib/core/action.ts";
import { paths } from "#lib/core/paths.ts";
import { postedId } from "#lib/core/posted.ts";
import { type FieldErrors, isRefused, type Refused } from "#lib/core/result.ts";
import { checkDraft } from "#lib/features/applications/commands.ts";
import { type FieldName, TABS, type TabSlug } from "#lib/features/questions/constants.ts";
import { PROPOSALS, type ProposalName } from "#lib/features/questions/steps/years.ts";
import type { RawDraft } from "#lib/features/questions/types.ts";
import {
  createDraft,
  deleteDraft,
  duplicateApplication,
  restoreDraft,
  saveDraft,
  spellBanks,
  takeProposal,
} from "./commands.ts";
import { CLOSED } from "./constants.ts";
import { changesOf } from "./rules.ts";
import { basedOf, basedOn, fieldName, rawText, tabSlug } from "./schema.ts";
import type { Conflict } from "./types.ts";

const id = postedId;
const names = fieldName.options;
const raw = rawText.optional();
const fields = Object.fromEntries(names.map((name) => [name, raw])) as Record<FieldName, typeof raw>;

const fieldsOf = (slug: TabSlug) => TABS.find((tab) => tab.slug === slug)?.fields ?? [];

type Texts = { readonly [K in FieldName]?: string | undefined };

/** The posted fields of a tab. */
function postedFields(slug: TabSlug, input: Texts): RawDraft {
  return Object.fromEntries(
    fieldsOf(slug).flatMap((field) => (input[field] === undefined ? [] : [[field, input[field]]])),
  );
}

/** All fields of a tab; those that a form omits (an unchecked box, no choice) are empty. */
function allFields(slug: TabSlug, input: Texts): RawDraft {
  return Object.fromEntries(fieldsOf(slug).map((field) => [field, input[field] ?? ""]));
}

/** The fields that were changed in the form; all of them if it does not say what was there before. */
function changedFields(texts: RawDraft, before: Texts | undefined): RawDraft {
  if (!before) return texts;
  return Object.fromEntries(
    (Object.entries(texts) as [FieldName, string][]).filter(([field, text]) => text !== before[field]),
  );
}

/** 「申込の作成（新規）」: creates a draft and opens its first tab. */
export const createDraftAction = defineAction({
  name: "application.create",
  gate: requireContractor,
  schema: z.strictObject({}),
  run: async (scope) => ({ id: await createDraft(scope) }),
  refused: {},
  then: (draft) => paths.applicationTab(draft.id, "works"),
});

/** 「前回の申込を複製」 (without an id) and 「この申込を複製」: creates a draft from a submission and opens its first tab. */
export const duplicateApplicationAction = defineAction({
  name: "application.duplicate",
  gate: requireContractor,
  schema: z.strictObject({ id: id.optional() }),
  run: (scope, input) => duplicateApplication(scope, input.id),
  refused: { not_found: "複製できる申込が見つかりません。「申込の作成（新規）」から作成してください。" },
  then: (draft) => paths.applicationTab(draft.id, "works", { duplicated: true }),
});

/** 「下書きを削除」: deletes a draft from the list, where it can be restored. */
export const deleteDraftAction = defineAction({
  name: "application.delete_draft",
  gate: requireContractor,
  schema: z.strictObject({ id }),
  run: (scope, input) => deleteDraft(scope, input.id),
  refused: { not_found: CLOSED.not_found, not_editable: "この申込は送信済みのため、削除できません。" },
  then: (draft) => paths.applications({ deleted: draft.id }),
});

/** 「元に戻す」 after a draft was deleted. */
export const restoreDraftAction = defineAction({
  name: "application.restore_draft",
  gate: requireContractor,
  schema: z.strictObject({ id }),
  run: (scope, input) => restoreDraft(scope, input.id),
  refused: { not_found: CLOSED.not_found },
  then: () => paths.applications(),
});

const texts = z
  .string()
  .max(100_000)
  .transform((json): unknown => JSON.parse(json))
  .pipe(z.strictObject(fields))
  .optional();

/** What the buttons of a tab post without script; with script only `check` and `quit` come here. */
const edit = z.strictObject({
  id,
  step: tabSlug,
  intent: z.enum(["check", "quit", "keep", "clear", "restore", "row", ...PROPOSALS]),
  /** What 「元に戻す」 restores. */
  undo: texts,
  /** What was in the form before, as far as the server is known to have it. */
  before: texts,
  ...basedOn,
  ...fields,
});

const isProposal = (intent: string): intent is ProposalName => PROPOSALS.some((name) => name === intent);

type Edited = { target?: string; cleared?: RawDraft; version?: number; conflicts?: Conflict[] };

/**
 * The buttons of a tab. All of them save what is typed in it first. 「申込内容を確認する」 then checks all three tabs and leads to
 * the confirm page; a clear returns the earlier texts, for 「元に戻す」. Where somebody else changed the same field
 * meanwhile, the page stays and shows both texts; 「自分の入力を残す」 is posted on the newer version.
 */
export const editDraftAction = defineAction({
  name: "application.edit",
  gate: requireContractor,
  schema: edit,
  run: async (scope, input): Promise<Edited | FieldErrors | Refused<keyof typeof CLOSED>> => {
    const posted = allFields(input.step, input);
    const typed = input.intent === "check" ? spellBanks(posted) : posted;
    const texts =
      input.intent === "clear"
        ? allFields(input.step, {})
        : input.intent === "restore"
          ? postedFields(input.step, input.undo ?? {})
          : typed;
    const saved = await saveDraft(
      scope,
      input.id,
      changedFields(texts, input.intent === "restore" ? undefined : input.before),
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
      // A page drawn in answer to a post has the title of the page before; with its own address it gets 「エラー：」 in the
      // title.
      if (await isPostedPlainly())
        return { target: paths.applicationTab(input.id, input.step, { check: true }) };
      return { errors: checked.errors };
    }
    return { target: paths.applicationConfirm(input.id) };
  },
  refused: CLOSED,
  then: (edited) => edited.target,
  value: (edited) => ({
    cleared: edited.cleared ?? null,
    version: edited.version ?? null,
    conflicts: edited.conflicts ?? [],
  }),
});
