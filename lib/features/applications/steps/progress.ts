import { type FieldName, STEPS, type StepSlug, stepOf } from "../constants.ts";
import type { Context, FieldError, RawDraft } from "../types.ts";
import { parseOthers } from "./others.ts";
import { parseProducts } from "./products.ts";
import { parseWorks } from "./works.ts";

/** How far a tab is: its mistakes are shown, all its answers can be read, nothing was typed, or something was. */
export type TabProgress = "error" | "done" | "empty" | "begun";

/** Answers that stand there before anybody types. */
const prefilled: readonly FieldName[] = ["advanceBillTo", "performanceBillTo"];

/** How far each tab is, for the signs on the tabs. */
export function tabProgress(
  raw: RawDraft,
  context: Context,
  errors: readonly FieldError[],
): Record<StepSlug, TabProgress> {
  const complete: Record<StepSlug, boolean> = {
    works: parseWorks(raw, context).ok,
    products: parseProducts(raw).ok,
    others: parseOthers(raw, context).ok,
  };
  const progress = (slug: StepSlug, fields: readonly FieldName[]): TabProgress => {
    if (errors.some(({ field }) => stepOf(field) === slug)) return "error";
    if (complete[slug]) return "done";
    return fields.some((field) => !prefilled.includes(field) && raw[field]) ? "begun" : "empty";
  };
  const [works, products, others] = STEPS.map(({ slug, fields }) => progress(slug, fields));
  return { works: works ?? "empty", products: products ?? "empty", others: others ?? "empty" };
}
