import { formatWareki } from "#lib/core/calendar.ts";
import type { Product } from "#lib/core/generated/prisma/enums.ts";
import { FIELDS, fieldsWhere, PRODUCTS_ASKED } from "../constants.ts";
import { guaranteesOf } from "../rules.ts";
import type { Answers, ObligeeChoice, RawDraft } from "../types.ts";
import { isVentureBegun } from "./cases.ts";
import { judge } from "./judgement.ts";

/** Fields that only a person can have filled in; banks and 請求先 come with every draft. */
const typedFor = (product: Product) =>
  fieldsWhere(({ group, kind, fromCompany }) => group === product && kind !== "apply" && !fromCompany);

/** A product is filled in without its box, so that its answers would silently be left out. Null when that is not so. */
export function leftOutWarning(raw: RawDraft, product: Product): string | null {
  if (raw[`${product}Apply`] || !typedFor(product).some((field) => (raw[field] ?? "").trim() !== ""))
    return null;
  return `「${FIELDS[`${product}Apply`]}」にチェックがないため、入力した内容は申込に含まれません。申し込むときは、チェックを入れてください。`;
}

/** A joint venture is filled in without 「JV名」, so that it would silently be left out. Null when that is not so. */
export function namelessWarning(raw: RawDraft): string | null {
  if ((raw.jvName ?? "").trim() !== "" || !isVentureBegun(raw)) return null;
  return `「${FIELDS.jvName}」が空欄のため、入力したJVの構成は申込に含まれません。`;
}

/** What may be intended or a mistake, pointed out before sending and never refused. `today` is YYYY-MM-DD in Tokyo. */
export function warningsOf(
  raw: RawDraft,
  answers: Answers,
  obligees: readonly ObligeeChoice[],
  today: string,
): string[] {
  const { eligibility, halfPassedOn } = judge(answers, obligees);
  const electronic = guaranteesOf(answers.products).some(({ form }) => form === "electronic");
  const early = answers.products.interim && halfPassedOn !== null && today < halfPassedOn;
  return [
    // The obligee's rule does not cover this procurement.
    electronic && eligibility?.verdict === "unclear" && eligibility.reason,
    namelessWarning(raw),
    ...PRODUCTS_ASKED.map((product) => leftOutWarning(raw, product)),
    early &&
      `中間前払金は、工期の2分の1を経過してから申し込めます。経過するのは${formatWareki(halfPassedOn)}からです。このまま送信すると、支店が確認します。`,
  ].flatMap((words) => words || []);
}
