import { formatRatio, formatYen } from "#lib/core/money.ts";
import {
  ADVANCE_FIELDS as A,
  FORMS,
  PERFORMANCE_FIELDS as P,
  PAYMENTS,
  REDEPOSITS,
  WISHES,
} from "../constants.ts";
import { choice, line, optionalYen, yen } from "../schema.ts";
import type { Advance, Answers, FieldError, Performance, RawDraft, SummaryRow } from "../types.ts";
import { type Parsed, parseFields, textRow } from "./step.ts";

function parseAdvance(raw: RawDraft): Parsed<Advance> {
  const parsed = parseFields(
    {
      advanceForm: choice(`前払金保証の${A.advanceForm}`, FORMS),
      advanceBaseYen: optionalYen(A.advanceBaseYen),
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

/** Tab 「保証の申込内容」: a product's questions count only when it is applied for; at least one must be. */
export function parseProducts(raw: RawDraft): Parsed<Answers["products"]> {
  if (!raw.advanceApply && !raw.performanceApply)
    return {
      ok: false,
      errors: [
        { field: "advanceApply", message: "前払金保証か契約保証の、少なくとも一方を申し込んでください。" },
      ],
    };
  const advance = raw.advanceApply ? parseAdvance(raw) : null;
  const performance = raw.performanceApply ? parsePerformance(raw) : null;
  const errors: FieldError[] = [];
  if (advance && !advance.ok) errors.push(...advance.errors);
  if (performance && !performance.ok) errors.push(...performance.errors);
  if (errors.length > 0) return { ok: false, errors };
  return {
    ok: true,
    answers: {
      advance: advance?.ok ? advance.answers : null,
      performance: performance?.ok ? performance.answers : null,
    },
  };
}

/** 前払金保証 in words; the percentage names its base. */
export function summarizeAdvance(advance: Advance | null, contractYen: bigint): SummaryRow[] {
  if (!advance) return [textRow("advanceApply", "申し込まない")];
  const [base, baseYen] =
    advance.baseYen === null ? ["請負金額", contractYen] : ["今年度対象額", advance.baseYen];
  return [
    textRow("advanceApply", "申し込む"),
    textRow("advanceForm", FORMS[advance.form]),
    textRow("advanceBaseYen", advance.baseYen === null ? null : formatYen(advance.baseYen)),
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
