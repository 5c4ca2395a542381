import type { FieldErrors, Resolver } from "react-hook-form";
import { FIELDS, type FieldName } from "#lib/features/questions/constants.ts";
import { parseApplication } from "#lib/features/questions/steps/form.ts";
import type { Context, FieldError, RawDraft, Warning } from "#lib/features/questions/types.ts";

/**
 * What react-hook-form reads from the native controls: a boolean from a checkbox, null from a radio group without a
 * choice.
 */
export type DraftValues = Partial<Record<FieldName, string | boolean | null>>;

/** The values of the controls as raw text, as a form without script would post them; "" for what it would omit. */
export function toRaw(values: DraftValues, fields: readonly FieldName[]): RawDraft {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const value = values[field];
      if (value === undefined) return [];
      return [[field, typeof value === "string" ? value : value ? "on" : ""]];
    }),
  );
}

/** The texts in a form that the server drew, before its script runs; empty when there is no such form yet. */
export function pageFields(formId: string, fields: readonly FieldName[]): RawDraft {
  // On the server there is neither a document nor the class to compare with; without this check the first rendering of
  // every form failed.
  if (typeof document === "undefined") return {};
  const form = document.getElementById(formId);
  if (!(form instanceof HTMLFormElement)) return {};
  const data = new FormData(form);
  return Object.fromEntries(
    fields.map((field) => [field, String(data.get(field) ?? "").replaceAll("\r\n", "\n")]),
  );
}

/** Mistakes in react-hook-form's shape. */
export function toErrors(errors: readonly FieldError[]): FieldErrors<DraftValues> {
  return Object.fromEntries(errors.map(({ field, message }) => [field, { type: "form", message }]));
}

/**
 * Mistakes converted back from react-hook-form, in the order of the form. Once there are any, the server's warnings (a
 * character that no font prints) are listed among them, so that nobody corrects in several rounds.
 */
export function fromErrors(errors: FieldErrors<DraftValues>, warned: readonly Warning[] = []): FieldError[] {
  if (Object.keys(errors).length === 0) return [];
  return (Object.keys(FIELDS) as FieldName[]).flatMap((field) => {
    const message =
      errors[field]?.message ?? warned.find((warning) => warning.refused && warning.field === field)?.message;
    return message ? [{ field, message }] : [];
  });
}

/** Checks the whole application in the browser with the server's own function; `merge` adds the other tabs' answers. */
export function applicationResolver(
  merge: (values: DraftValues) => RawDraft,
  context: Context,
): Resolver<DraftValues> {
  return (values) => {
    const parsed = parseApplication(merge(values), context);
    return parsed.ok ? { values, errors: {} } : { values: {}, errors: toErrors(parsed.errors) };
  };
}
