import * as z from "zod/mini";
import { formatWithYear } from "#lib/core/calendar.ts";
import { FIELDS, type FieldName } from "../constants.ts";
import type { FieldError, RawDraft, SummaryRow } from "../types.ts";

export type Parsed<T> = { ok: true; answers: T } | { ok: false; errors: FieldError[] };

type Fields = Partial<Record<FieldName, z.ZodMiniType>>;
type Output<F extends Fields> = { [K in keyof F]: F[K] extends z.ZodMiniType ? z.output<F[K]> : never };

/** Reads a step's fields from the raw draft; mistakes in the order of the fields, one per field. */
export function parseFields<F extends Fields>(fields: F, raw: RawDraft): Parsed<Output<F>> {
  const answers: Record<string, unknown> = {};
  const errors: FieldError[] = [];
  // Key by key in the order of the form, so that the error summary reads from top to bottom.
  for (const field of Object.keys(FIELDS) as FieldName[]) {
    const schema = fields[field];
    if (!schema) continue;
    const result = z.safeParse(schema, raw[field]);
    if (result.success) answers[field] = result.data;
    else errors.push({ field, message: messageOf(result.error, field) });
  }
  return errors.length > 0 ? { ok: false, errors } : { ok: true, answers: answers as Output<F> };
}

/** Reads one field; a mistake is added to `errors` and answers null. */
export function readField<T>(
  field: FieldName,
  schema: z.ZodMiniType<T>,
  raw: RawDraft,
  errors: FieldError[],
): T | null {
  const result = z.safeParse(schema, raw[field]);
  if (result.success) return result.data;
  errors.push({ field, message: messageOf(result.error, field) });
  return null;
}

const messageOf = (error: z.core.$ZodError, field: FieldName) =>
  error.issues[0]?.message ?? `${FIELDS[field]}を確認してください。`;

/** Mistakes in the order of the form, so that the error summary reads from top to bottom. */
export function inOrder(errors: readonly FieldError[]): FieldError[] {
  const order = Object.keys(FIELDS);
  return [...errors].sort((a, b) => order.indexOf(a.field) - order.indexOf(b.field));
}

/** A question that is not asked: whatever stands there is dropped. */
export const nothing = z.pipe(
  z.any(),
  z.transform(() => null),
);

/** A summary row of plain text; null is 未入力. */
export function textRow(field: FieldName, text: string | null, aside?: string): SummaryRow {
  return {
    field,
    label: FIELDS[field],
    lines: text === null ? [] : text.split("\n"),
    ...(aside === undefined ? {} : { aside }),
  };
}

/** A summary row of a date of law: 令和8年4月1日（2026年）. */
export function dateRow(field: FieldName, iso: string | null): SummaryRow {
  if (iso === null) return textRow(field, null);
  const { wareki, year } = formatWithYear(iso);
  return textRow(field, `${wareki}${year}`);
}
