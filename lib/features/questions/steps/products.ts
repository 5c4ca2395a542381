import { formatRatio, formatYen } from "#lib/core/money.ts";
import { FIELDS as A, type FieldName, fieldsWhere, FIELDS as I, FIELDS as P } from "../constants.ts";
import { FORMS, PAYMENTS, REDEPOSITS, WISHES } from "../lines/choices.ts";
import { baseOf } from "../rules.ts";
import { choice, date, line, optionalYen, ticked, yen } from "../schema.ts";
import type { Advance, Answers, FieldError, Interim, Performance, RawDraft, SummaryRow } from "../types.ts";
import { filledRows } from "./cases.ts";
import { dateRow, nothing, type Parsed, parseFields, textRow } from "./step.ts";

const isYearly = (raw: RawDraft) => filledRows("years", raw).length > 0;

function parseAdvance(raw: RawDraft): Parsed<Advance> {
  const parsed = parseFields(
    {
      advanceForm: choice(`前払金保証の${A.advanceForm}`, FORMS),
      // With 年度割 the percentages and the term are the year's, so that neither is assumed.
      advanceBaseYen: isYearly(raw) ? yen(A.advanceBaseYen) : optionalYen(A.advanceBaseYen),
      advanceExpiresOn: isYearly(raw) ? date(A.advanceExpiresOn) : nothing,
      advanceYen: yen(A.advanceYen),
      advanceBank: line(A.advanceBank),
      advanceRedeposit: choice(A.advanceRedeposit, REDEPOSITS),
      advancePayment: choice(A.advancePayment, PAYMENTS),
      advanceBillTo: line(A.advanceBillTo),
      advanceStatement: choice("前払金保証の保証料計算書（紙）", WISHES),
    },
    raw,
  );
  if (!parsed.ok) return parsed;
  const { answers: a } = parsed;
  return {
    ok: true,
    answers: {
      form: a.advanceForm,
      baseYen: a.advanceBaseYen,
      expiresOn: a.advanceExpiresOn,
      guaranteeYen: a.advanceYen,
      bank: a.advanceBank,
      redeposit: a.advanceRedeposit,
      payment: a.advancePayment,
      billTo: a.advanceBillTo,
      statement: a.advanceStatement,
    },
  };
}

function parsePerformance(raw: RawDraft): Parsed<Performance> {
  const parsed = parseFields(
    {
      performanceForm: choice(`契約保証の${P.performanceForm}`, FORMS),
      performanceYen: yen(P.performanceYen),
      performancePayment: choice(P.performancePayment, PAYMENTS),
      performanceBillTo: line(P.performanceBillTo),
      performanceStatement: choice("契約保証の保証料計算書（紙）", WISHES),
    },
    raw,
  );
  if (!parsed.ok) return parsed;
  const { answers: p } = parsed;
  return {
    ok: true,
    answers: {
      form: p.performanceForm,
      guaranteeYen: p.performanceYen,
      payment: p.performancePayment,
      billTo: p.performanceBillTo,
      statement: p.performanceStatement,
    },
  };
}

const condition = (field: FieldName) =>
  ticked(
    `中間前払金保証は、「${I[field]}」に当てはまるときに申し込めます。確かめて、チェックを入れてください。`,
  );

function parseInterim(raw: RawDraft): Parsed<Interim> {
  const parsed = parseFields(
    {
      interimHalfPassed: condition("interimHalfPassed"),
      interimWorkDone: condition("interimWorkDone"),
      interimHalfSpent: condition("interimHalfSpent"),
      interimAdvanceReceived: condition("interimAdvanceReceived"),
      interimNoPartPayment: condition("interimNoPartPayment"),
      interimForm: choice(`中間前払金保証の${I.interimForm}`, FORMS),
      interimBaseYen: isYearly(raw) ? yen(I.interimBaseYen) : optionalYen(I.interimBaseYen),
      interimExpiresOn: isYearly(raw) ? date(I.interimExpiresOn) : nothing,
      // The 前払金 of the same application is known; an earlier one is asked for.
      interimReceivedYen: raw.advanceApply ? nothing : yen(I.interimReceivedYen),
      interimYen: yen(I.interimYen),
      interimBank: line(I.interimBank),
      interimRedeposit: choice(I.interimRedeposit, REDEPOSITS),
      interimPayment: choice(I.interimPayment, PAYMENTS),
      interimBillTo: line(I.interimBillTo),
      interimStatement: choice("中間前払金保証の保証料計算書（紙）", WISHES),
    },
    raw,
  );
  if (!parsed.ok) return parsed;
  const { answers: i } = parsed;
  return {
    ok: true,
    answers: {
      form: i.interimForm,
      baseYen: i.interimBaseYen,
      expiresOn: i.interimExpiresOn,
      receivedYen: i.interimReceivedYen,
      guaranteeYen: i.interimYen,
      bank: i.interimBank,
      redeposit: i.interimRedeposit,
      payment: i.interimPayment,
      billTo: i.interimBillTo,
      statement: i.interimStatement,
    },
  };
}

/** Tab 「保証の申込内容」: a product's questions count only when it is applied for; at least one must be. */
export function parseProducts(raw: RawDraft): Parsed<Answers["products"]> {
  if (!raw.advanceApply && !raw.performanceApply && !raw.interimApply)
    return {
      ok: false,
      errors: [
        {
          field: "advanceApply",
          message: "前払金保証、契約保証、中間前払金保証のうち、少なくとも一つを申し込んでください。",
        },
      ],
    };
  const advance = raw.advanceApply ? parseAdvance(raw) : null;
  const performance = raw.performanceApply ? parsePerformance(raw) : null;
  const interim = raw.interimApply ? parseInterim(raw) : null;
  const errors: FieldError[] = [];
  if (advance && !advance.ok) errors.push(...advance.errors);
  if (performance && !performance.ok) errors.push(...performance.errors);
  if (interim && !interim.ok) errors.push(...interim.errors);
  if (errors.length > 0) return { ok: false, errors };
  return {
    ok: true,
    answers: {
      advance: advance?.ok ? advance.answers : null,
      performance: performance?.ok ? performance.answers : null,
      interim: interim?.ok ? interim.answers : null,
    },
  };
}

/** 前払金保証 in words; the percentage names its base. */
export function summarizeAdvance(advance: Advance | null, contractYen: bigint): SummaryRow[] {
  if (!advance) return [textRow("advanceApply", "申し込まない")];
  const { base, baseYen } = baseOf(advance, { contractYen });
  return [
    textRow("advanceApply", "申し込む"),
    textRow("advanceForm", FORMS[advance.form]),
    textRow("advanceBaseYen", advance.baseYen === null ? null : formatYen(advance.baseYen)),
    ...(advance.expiresOn === null ? [] : [dateRow("advanceExpiresOn", advance.expiresOn)]),
    textRow(
      "advanceYen",
      formatYen(advance.guaranteeYen),
      `${base}に対する割合 ${formatRatio(advance.guaranteeYen, baseYen)}`,
    ),
    textRow("advanceBank", advance.bank),
    textRow("advanceRedeposit", REDEPOSITS[advance.redeposit]),
    textRow("advancePayment", PAYMENTS[advance.payment]),
    textRow("advanceBillTo", advance.billTo),
    textRow("advanceStatement", WISHES[advance.statement]),
  ];
}

/** 契約保証 in words. */
export function summarizePerformance(performance: Performance | null, contractYen: bigint): SummaryRow[] {
  if (!performance) return [textRow("performanceApply", "申し込まない")];
  return [
    textRow("performanceApply", "申し込む"),
    textRow("performanceForm", FORMS[performance.form]),
    textRow(
      "performanceYen",
      formatYen(performance.guaranteeYen),
      `請負金額に対する割合 ${formatRatio(performance.guaranteeYen, contractYen)}`,
    ),
    textRow("performancePayment", PAYMENTS[performance.payment]),
    textRow("performanceBillTo", performance.billTo),
    textRow("performanceStatement", WISHES[performance.statement]),
  ];
}

/** 中間前払金保証 in words; the five conditions as one answer each. */
export function summarizeInterim(
  { interim, advance }: Answers["products"],
  contractYen: bigint,
): SummaryRow[] {
  if (!interim) return [textRow("interimApply", "申し込まない")];
  const { base, baseYen } = baseOf(interim, { contractYen });
  const advanceYen = advance?.guaranteeYen ?? interim.receivedYen ?? 0n;
  return [
    textRow("interimApply", "申し込む"),
    ...fieldsWhere(({ kind }) => kind === "condition").map((field) => textRow(field, "はい")),
    textRow("interimForm", FORMS[interim.form]),
    textRow("interimBaseYen", interim.baseYen === null ? null : formatYen(interim.baseYen)),
    ...(interim.expiresOn === null ? [] : [dateRow("interimExpiresOn", interim.expiresOn)]),
    ...(interim.receivedYen === null ? [] : [textRow("interimReceivedYen", formatYen(interim.receivedYen))]),
    textRow(
      "interimYen",
      formatYen(interim.guaranteeYen),
      `${base}に対する割合 ${formatRatio(interim.guaranteeYen, baseYen)}、前払金との合計 ${formatRatio(advanceYen + interim.guaranteeYen, baseYen)}`,
    ),
    textRow("interimBank", interim.bank),
    textRow("interimRedeposit", REDEPOSITS[interim.redeposit]),
    textRow("interimPayment", PAYMENTS[interim.payment]),
    textRow("interimBillTo", interim.billTo),
    textRow("interimStatement", WISHES[interim.statement]),
  ];
}
