import type { Product } from "#lib/core/generated/prisma/enums.ts";
import type { Context, Known, RawDraft } from "../types.ts";
import { readForm } from "./form.ts";
import { type Judgement, judge } from "./judgement.ts";
import type { Measure } from "./measures.ts";

// What the form shows while it is filled in: the rules of the check, before anybody asks for it.

/** The present texts of the form, and the judgement of the rules on them. */
export function judgeDraft(raw: RawDraft, context: Context): Judgement & { known: Known } {
  const { known } = readForm(raw, context);
  return { known, ...judge(known, context.obligees) };
}

/** A product's amount with its limits, as if the product were applied for, since it may be filled in first. */
export function measuresOf(product: Product, raw: RawDraft, context: Context): Measure[] {
  const { measures } = judgeDraft({ ...raw, [`${product}Apply`]: "on" }, context);
  return measures.filter(({ field }) => field === `${product}Yen`);
}
