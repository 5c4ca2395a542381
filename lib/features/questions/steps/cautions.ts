import { formatWareki } from "#lib/core/calendar.ts";
import type { Product } from "#lib/core/generated/prisma/enums.ts";
import { FIELDS, fieldsWhere, PRODUCTS_ASKED } from "../constants.ts";
import { decideEligibility, guaranteesOf, halfPassedOn, halfPeriodOf } from "../rules.ts";
import type { Answers, ObligeeChoice, RawDraft } from "../types.ts";
import { isVentureBegun } from "./cases.ts";

/** What only the person can have typed; banks and 請求先 come with every draft. */
const typedFor = (product: Product) =>
  fieldsWhere(({ group, kind, fromCompany }) => group === product && kind !== "apply" && !fromCompany);

/** That a product is filled in without its box: what was typed would silently not be applied for. Null when it is not so. */
export function cautionLeftOut(raw: RawDraft, product: Product): string | null {
  if (raw[`${product}Apply`] || !typedFor(product).some((field) => (raw[field] ?? "").trim() !== ""))
    return null;
  return `「${FIELDS[`${product}Apply`]}」にチェックがないため、入力した内容は申込に含まれません。申し込むときは、チェックを入れてください。`;
}

/** That a joint venture is filled in without 「JV名」: it would silently be left out. Null when it is not so. */
export function cautionNameless(raw: RawDraft): string | null {
  if ((raw.jvName ?? "").trim() !== "" || !isVentureBegun(raw)) return null;
  return `「${FIELDS.jvName}」が空欄のため、入力したJVの構成は申込に含まれません。`;
}

/** That the obligee's rule says nothing of this procurement, and 電子保証 is applied for. Null when it is not so. */
function cautionUnclear({ works, products }: Answers, obligees: readonly ObligeeChoice[]): string | null {
  const obligee = obligees.find(({ id }) => id === works.obligeeId);
  if (!obligee || guaranteesOf(products).every(({ form }) => form !== "electronic")) return null;
  const decided = decideEligibility(obligee, works);
  return decided.verdict === "unclear" ? decided.reason : null;
}

/** What may be meant and may be a slip: told before sending, and never refused. `today` is YYYY-MM-DD in Tokyo. */
export function cautionsOf(
  raw: RawDraft,
  answers: Answers,
  obligees: readonly ObligeeChoice[],
  today: string,
): string[] {
  const { works, products } = answers;
  const left = PRODUCTS_ASKED.map((product) => cautionLeftOut(raw, product));
  const cautions = [cautionUnclear(answers, obligees), cautionNameless(raw), ...left].flatMap(
    (words) => words ?? [],
  );
  if (!products.interim) return cautions;
  const { from, to } = halfPeriodOf(works, products.interim.expiresOn);
  const on = halfPassedOn(from, to);
  if (today >= on) return cautions;
  return [
    ...cautions,
    `中間前払金は、工期の2分の1を経過してから申し込めます。経過するのは${formatWareki(on)}からです。このまま送信すると、支店が確認します。`,
  ];
}
