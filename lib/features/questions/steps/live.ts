import type { Product } from "#lib/core/generated/prisma/enums.ts";
import type { Context, Known, RawDraft } from "../types.ts";
import { readForm } from "./form.ts";
import { type Judgement, judge, type Measure } from "./judgement.ts";

// What the form tells while it is being filled in: the rules that the check applies, before anybody asks for it.

/** What stands in the form so far, and what the rules say of it. */
export function judgeDraft(raw: RawDraft, context: Context): Judgement & { known: Known } {
  const { known } = readForm(raw, context);
  return { known, ...judge(known, context.obligees) };
}

/** A product's amount beside its limits, as if the product was applied for: a person may fill it in first. */
export function measuresOf(product: Product, raw: RawDraft, context: Context): Measure[] {
  const { measures } = judgeDraft({ ...raw, [`${product}Apply`]: "on" }, context);
  return measures.filter(({ field }) => field === `${product}Yen`);
}
