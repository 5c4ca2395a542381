"use server";
import { revalidatePath } from "next/cache";
import { z } from "zod";
import { requireContractor } from "#lib/auth/gates.ts";
import { defineAction, type FieldErrors } from "#lib/core/action.ts";
import { isId } from "#lib/core/ids.ts";
import { paths } from "#lib/core/paths.ts";
import { isRefused, type Refused } from "#lib/core/result.ts";
import { checkDraft, clearFields, createDraft, saveDraft, submitApplication } from "./commands.ts";
import { FIELDS, type FieldName, STEPS, type StepSlug, stepOf } from "./constants.ts";
import type { RawDraft } from "./types.ts";

/** Raw text of one control, kept whether valid or not; longer than any answer may be, so that a mistake can be told. */
const maxRaw = 10_000;
const raw = z
  .string()
  .max(maxRaw, "文字が多すぎます。短くして入力してください。")
  // PostgreSQL's jsonb holds neither NUL nor half of a surrogate pair; a paste may bring both.
  .transform((text) => text.replaceAll("\0", "").replace(/\p{Cs}/gu, ""))
  .optional();
const names = Object.keys(FIELDS) as FieldName[];
const fields = Object.fromEntries(names.map((name) => [name, raw])) as Record<FieldName, typeof raw>;
const id = z.string().refine(isId);
const step = z.enum(STEPS.map(({ slug }) => slug) as [StepSlug, ...StepSlug[]]);

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

const gone = "この申込は見つかりません。「保証申込」の一覧から開き直してください。";
const notEditable = "この申込は送信済みのため、変更できません。";

/** 「申込の作成（新規）」: makes a draft and opens its first tab. */
export const createDraftAction = defineAction({
  name: "application.create",
  gate: requireContractor,
  schema: z.strictObject({}),
  run: async (scope) => ({ id: await createDraft(scope) }),
  refused: {},
  then: (draft) => paths.applicationStep(draft.id, "works"),
});

/** Autosave: keeps the given fields of one tab; answers with the time of saving (ISO). */
export const saveDraftAction = defineAction({
  name: "application.save",
  gate: requireContractor,
  schema: z
    .strictObject({ id, step, ...fields })
    .refine((input) => names.every((name) => input[name] === undefined || stepOf(name) === input.step)),
  run: (scope, input) => saveDraft(scope, input.id, given(input.step, input)),
  refused: { not_found: gone, not_editable: notEditable },
  value: (saved) => ({ savedAt: saved.savedAt.toISOString() }),
});

const undo = z
  .string()
  .max(100_000)
  .transform((json): unknown => JSON.parse(json))
  .pipe(z.strictObject(fields))
  .optional();

/** What the buttons of a tab do without script; with script only `check` and `quit` come here. */
const edit = z.strictObject({
  id,
  step,
  intent: z.enum(["check", "quit", "clear", "restore"]),
  undo,
  ...fields,
});

type Edited = { target?: string; cleared?: RawDraft };
type Closed = "not_found" | "not_editable";

/**
 * The buttons of a tab. All keep what is typed in it first; 「申込内容を確認する」 then checks all three tabs and goes on to
 * the confirm page, a clear gives back what stood there, for 「元に戻す」.
 */
export const editDraftAction = defineAction({
  name: "application.edit",
  gate: requireContractor,
  schema: edit,
  run: async (scope, input): Promise<Edited | FieldErrors | Refused<Closed>> => {
    const typed = whole(input.step, input);
    if (input.intent === "clear") {
      const cleared = await clearFields(scope, input.id, fieldsOf(input.step));
      return isRefused(cleared) ? cleared : { cleared: typed };
    }
    const kept = input.intent === "restore" ? given(input.step, input.undo ?? {}) : typed;
    const saved = await saveDraft(scope, input.id, kept);
    if (isRefused(saved)) return saved;
    if (input.intent === "restore") return {};
    if (input.intent === "quit") return { target: paths.applications() };
    const checked = await checkDraft(scope, input.id);
    if (isRefused(checked)) return checked;
    if (!checked.ok) return { errors: checked.errors };
    return { target: paths.applicationConfirm(input.id) };
  },
  refused: { not_found: gone, not_editable: notEditable },
  then: (edited) => edited.target,
  value: (edited) => ({ cleared: edited.cleared ?? null }),
});

/** 「申込を送信する」: sends what the confirm page showed, once; mistakes lead back to their tab. */
export const submitApplicationAction = defineAction({
  name: "application.submit",
  gate: requireContractor,
  schema: z.strictObject({
    id,
    version: z.coerce.number().int().nonnegative(),
    shown: z.string().regex(/^[0-9a-f]{64}$/),
  }),
  run: async (scope, input) => {
    const sent = await submitApplication(scope, input.id, input.version, input.shown);
    if (isRefused(sent)) return sent;
    if (!("errors" in sent)) {
      // Back would show the confirm page as the browser remembers it, 「まだ送信されていません」.
      revalidatePath(paths.desk(), "layout");
      return { target: paths.applicationSent(sent.id) };
    }
    const [first] = sent.errors;
    const tab = first ? stepOf(first.field) : "works";
    return { target: paths.applicationStep(input.id, tab, { check: true }) };
  },
  refused: {
    not_found: gone,
    changed_meanwhile:
      "この申込は、確認の画面を開いたあとに別の画面で変更されました。まだ送信されていません。",
  },
  then: ({ target }) => target,
});
