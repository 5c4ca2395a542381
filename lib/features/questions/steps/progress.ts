import { type FieldName, TABS, type TabSlug, tabOf } from "../constants.ts";
import type { Context, FieldError, RawDraft } from "../types.ts";
import { parseApplication } from "./form.ts";

/** How far a tab is: its mistakes are shown, its answers hold, nothing was typed, or something was. */
export type TabProgress = "error" | "done" | "empty" | "begun";

/** Answers that came with the draft (会社情報) and that nobody typed; `trail` is the row's, with a mark for each that was. */
export function untouchedIn(draft: RawDraft, trail: unknown): FieldName[] {
  const marks: object = (trail as { fields?: object } | null)?.fields ?? {};
  return (Object.keys(draft) as FieldName[]).filter((field) => draft[field] && !Object.hasOwn(marks, field));
}

/** How far each tab is, for the signs on the tabs; answers that nobody typed begin nothing. */
export function tabProgress(
  raw: RawDraft,
  context: Context,
  errors: readonly FieldError[],
  untouched: readonly FieldName[],
): Record<TabSlug, TabProgress> {
  const checked = parseApplication(raw, context);
  const open = new Set(checked.ok ? [] : checked.errors.map(({ field }) => tabOf(field)));
  const progress = (slug: TabSlug, fields: readonly FieldName[]): TabProgress => {
    if (errors.some(({ field }) => tabOf(field) === slug)) return "error";
    if (!open.has(slug)) return "done";
    return fields.some((field) => !untouched.includes(field) && raw[field]) ? "begun" : "empty";
  };
  const [works, products, others] = TABS.map(({ slug, fields }) => progress(slug, fields));
  return { works: works ?? "empty", products: products ?? "empty", others: others ?? "empty" };
}
