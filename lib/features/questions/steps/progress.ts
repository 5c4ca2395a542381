import { type FieldName, TABS, type TabSlug, tabOf } from "../constants.ts";
import type { Context, FieldError, RawDraft } from "../types.ts";
import { parseApplication } from "./form.ts";

/** The state of a tab: mistakes are shown, its answers are valid, nothing was typed, or something was. */
export type TabProgress = "error" | "done" | "empty" | "begun";

/**
 * Fields that came with the draft (会社情報) and that nobody has typed into; `trail` is the row's `draftEdits`, with a mark
 * for each field that somebody edited.
 */
export function untouchedIn(draft: RawDraft, trail: unknown): FieldName[] {
  const marks: object = (trail as { fields?: object } | null)?.fields ?? {};
  return (Object.keys(draft) as FieldName[]).filter((field) => draft[field] && !Object.hasOwn(marks, field));
}

/** The state of each tab, for the signs on the tabs; answers that nobody typed do not count. */
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
