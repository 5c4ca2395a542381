import { formatFiscalYear, formatWithYear } from "#lib/core/calendar.ts";
import type { Product } from "#lib/core/generated/prisma/enums.ts";
import { formatYen } from "#lib/core/money.ts";
import {
  type FieldName,
  fieldsWhere,
  isAnswered,
  PRODUCT_GROUPS,
  PRODUCTS_ASKED,
  QUESTIONS,
  type Question,
  TABS,
} from "../constants.ts";
import { formatShare } from "../rules.ts";
import type { Answers, Context, SummaryRow, SummarySection } from "../types.ts";
import { judge } from "./judgement.ts";
import type { Measure } from "./measures.ts";

/** The whole application in the words that the confirm page, the branch and every copy show; frozen at sending. */
export function summarizeApplication(answers: Answers, context: Context): SummarySection[] {
  const { measures } = judge(answers, context.obligees);
  const rowsOf = (fields: readonly FieldName[]) =>
    fields.flatMap((field) => summarizeField(field, answers, measures, context));
  return TABS.map(({ slug, title, fields }) => ({
    step: slug,
    title,
    groups:
      slug === "products"
        ? PRODUCTS_ASKED.map((product) => ({
            title: PRODUCT_GROUPS[product],
            rows: rowsOf(fields.filter((field) => QUESTIONS[field].group === product)),
          }))
        : [{ title: null, rows: rowsOf(fields) }],
  }));
}

/** The answers that print on a product's certificate, each with its field; those that were left out are not among them. */
export function printedOnCertificate(answers: Answers, product: Product): SummaryRow[] {
  const isOfOther = (group: Question["group"]) =>
    PRODUCTS_ASKED.some((one) => one === group) && group !== product;
  const fields = fieldsWhere(
    (question) => "printed" in question && question.printed === "certificate" && !isOfOther(question.group),
  );
  return fields
    .flatMap((field) => summarizeField(field, answers, [], { obligees: [], branches: [] }))
    .filter(({ lines }) => lines.length > 0);
}

/** The row of a question; none where it was not asked. */
function summarizeField(
  field: FieldName,
  answers: Answers,
  measures: readonly Measure[],
  context: Context,
): SummaryRow[] {
  const question = QUESTIONS[field];
  const given = answersBeside(question, answers);
  if (question.kind === "apply") return [textRow(field, given ? "申し込む" : "申し込まない")];
  // A joint venture that gave no more than its name.
  if (!given) return field === "jvKind" && answers.works.jvName !== null ? [textRow(field, null)] : [];
  if (question.kind === "condition") return [textRow(field, "はい")];
  const answer = given[question.key];
  if (question.aside || (question.asked && answer === null)) return [];
  return [textRow(field, inWords(question, answer, context), asideOf(field, given, measures, context))];
}

/** The answers that a question's own stands among; null when its group, or its row, is not asked. */
function answersBeside({ group, row }: Question, { works, products, others }: Answers) {
  const groups: Record<Question["group"], Readonly<Record<string, unknown>> | null | undefined> = {
    works,
    years: works.years[(row ?? 0) - 1],
    jv: works.jv,
    members: works.jv?.members[(row ?? 0) - 1],
    ...products,
    others,
  };
  return groups[group];
}

/** What stands under an answer: the rest of its row, or the share of an amount in its base. */
function asideOf(
  field: FieldName,
  given: Readonly<Record<string, unknown>>,
  measures: readonly Measure[],
  context: Context,
): string | undefined {
  const { group, row } = QUESTIONS[field];
  const rest = row === null ? [] : fieldsWhere((one) => one.group === group && one.row === row);
  const words = rest.flatMap((other) => {
    const question = QUESTIONS[other];
    return question.aside
      ? [`${question.aside} ${inWords(question, given[question.key], context) ?? ""}`]
      : [];
  });
  const shares = measures
    .filter((measure) => measure.field === field)
    .map(({ together, base, ratio }) => `${together ? "前払金との合計" : `${base}に対する割合`} ${ratio}`);
  return [...words, ...shares].join("、") || undefined;
}

/** An answer as a person reads it; null for none. */
function inWords(question: Question, answer: unknown, { obligees, branches }: Context): string | null {
  if (!isAnswered(question)) return null;
  if (typeof answer === "bigint") return formatYen(answer);
  if (typeof answer === "number")
    return question.kind === "share" ? formatShare(answer) : formatFiscalYear(answer);
  if (typeof answer !== "string") return null;
  if (question.kind === "choice") return question.choices[answer] ?? answer;
  if (question.kind === "date") {
    const { wareki, year } = formatWithYear(answer);
    return `${wareki}${year}`;
  }
  if (question.kind !== "record") return answer;
  if (question.of === "obligees") return obligees.find(({ id }) => id === answer)?.title ?? null;
  return branches.find(({ id }) => id === answer)?.name ?? null;
}

/** A row of plain text; null is 未入力. */
function textRow(field: FieldName, text: string | null, aside?: string): SummaryRow {
  return {
    field,
    label: QUESTIONS[field].label,
    lines: text === null ? [] : text.split("\n"),
    ...(aside === undefined ? {} : { aside }),
  };
}
