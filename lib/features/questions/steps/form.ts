import { formatFiscalYear } from "#lib/core/calendar.ts";
import type { Product } from "#lib/core/generated/prisma/enums.ts";
import {
  FIELD_NAMES,
  type FieldName,
  fieldsWhere,
  isAnswered,
  PRODUCT_GROUPS,
  PRODUCTS_ASKED,
  QUESTIONS,
} from "../constants.ts";
import type { Group } from "../lines/line.ts";
import { missing, readAnswer } from "../schema.ts";
import type { Answers, Context, FieldError, Known, KnownOf, RawDraft } from "../types.ts";
import { filledRows, isAsked, isRequired, isSent, isVentureBegun } from "./cases.ts";
import { judge } from "./judgement.ts";

/**
 * Reads what was typed, as far as it can be read, with what is missing or cannot be read. A question that is not asked
 * has no answer, whatever stands there.
 */
export function readForm(raw: RawDraft, context: Context): { known: Known; mistakes: FieldError[] } {
  const mistakes: FieldError[] = [];

  function readField(field: FieldName) {
    const question = QUESTIONS[field];
    if (!isAnswered(question) || !isAsked(question, raw)) return null;
    const reading = readAnswer(question, raw[field] ?? "", context);
    if ("mistake" in reading) {
      mistakes.push({ field, message: reading.mistake });
      return undefined;
    }
    if (reading.answer === null && isRequired(question, raw))
      mistakes.push({ field, message: missing(question) });
    return reading.answer;
  }

  function readGroup<G extends Group>(group: G, row: number | null = null): KnownOf<G> {
    const fields = fieldsWhere(
      (question) => question.group === group && question.row === row && isAnswered(question),
    );
    return Object.fromEntries(fields.map((field) => [QUESTIONS[field].key, readField(field)])) as KnownOf<G>;
  }

  function readProduct<P extends Product>(product: P): KnownOf<P> | null {
    if (!raw[`${product}Apply`]) return null;
    for (const field of fieldsWhere(({ group, kind }) => group === product && kind === "condition"))
      if (!raw[field])
        mistakes.push({
          field,
          message: `${PRODUCT_GROUPS[product]}は、「${QUESTIONS[field].label}」に当てはまるときに申し込めます。確かめて、チェックを入れてください。`,
        });
    return readGroup(product);
  }

  /** 年度割: optional as a whole; a row that was begun is answered whole, and no year twice. */
  function readYears() {
    const seen = new Set<number>();
    const years = filledRows("years", raw).map((n) => {
      const year = readGroup("years", n);
      if (year.fiscalYear && seen.has(year.fiscalYear))
        mistakes.push({
          field: `year${n}`,
          message: `${formatFiscalYear(year.fiscalYear)}が2回あります。年度ごとに1行で入力してください。`,
        });
      if (year.fiscalYear) seen.add(year.fiscalYear);
      return year;
    });
    return years.sort((a, b) => (a.fiscalYear ?? 0) - (b.fiscalYear ?? 0));
  }

  /**
   * A joint venture: JV名 may stand alone, as it could from the beginning; whoever begins with the rest answers all of
   * it.
   */
  function readVenture() {
    if (!isSent("jvKind", raw) || !isVentureBegun(raw)) return null;
    const rows = filledRows("members", raw);
    const members = (rows.length > 0 ? rows : [1]).map((n) => readGroup("members", n));
    return { ...readGroup("jv"), members };
  }

  if (PRODUCTS_ASKED.every((product) => !raw[`${product}Apply`]))
    mistakes.push({
      field: "advanceApply",
      message: `${Object.values(PRODUCT_GROUPS).join("、")}のうち、少なくとも一つを申し込んでください。`,
    });
  const known = {
    works: { ...readGroup("works"), years: readYears(), jv: readVenture() },
    products: {
      advance: readProduct("advance"),
      performance: readProduct("performance"),
      interim: readProduct("interim"),
    },
    others: readGroup("others"),
  };
  return { known, mistakes };
}

/**
 * Checks the whole application: each answer of the three tabs, and the rules between those that can be read, all in one
 * list in the order of the form. The same function runs in the browser, at 「申込内容を確認する」 and once more at sending.
 */
export function parseApplication(
  raw: RawDraft,
  context: Context,
): { ok: true; answers: Answers } | { ok: false; errors: FieldError[] } {
  const { known, mistakes } = readForm(raw, context);
  const mistaken = new Set(mistakes.map(({ field }) => field));
  const broken = judge(known, context.obligees).mistakes.filter(({ field }) => !mistaken.has(field));
  const errors = [...mistakes, ...broken];
  if (errors.length > 0) return { ok: false, errors: inOrder(errors) };
  // Without a mistake every question that must be answered is.
  return { ok: true, answers: known as Answers };
}

const places = new Map(FIELD_NAMES.map((field, place) => [field, place]));

function inOrder(errors: readonly FieldError[]): FieldError[] {
  return [...errors].sort((a, b) => (places.get(a.field) ?? 0) - (places.get(b.field) ?? 0));
}
