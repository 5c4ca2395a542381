"use client";
import { ActionBanner } from "#components/form/action-banner.tsx";
import { ErrorSummary } from "#components/form/error-summary.tsx";
import { FormTitle } from "#components/form/form-title.tsx";
import type { ActionResult } from "#lib/core/result.ts";

/** The mistakes of a form, in the order of its fields. */
export function mistakesOf(result: ActionResult<unknown>): Readonly<Record<string, string>> {
  return result.status === "invalid" ? result.fields : {};
}

/** The text that was typed in a field before the form came back. */
export function typedIn(result: ActionResult<unknown>, field: string): string | undefined {
  return "values" in result ? result.values?.[field] : undefined;
}

/**
 * Stands above a form: its mistakes with links to their controls, or why it was refused. `ids`: the control of each
 * field.
 */
export function FormErrors({
  result,
  ids,
}: {
  result: ActionResult<unknown>;
  ids: Readonly<Record<string, string>>;
}) {
  const mistakes = mistakesOf(result);
  const errors = Object.entries(ids).flatMap(([field, id]) =>
    mistakes[field] === undefined ? [] : [{ href: `#${id}`, message: mistakes[field] }],
  );
  return (
    <>
      <FormTitle errors={result.status === "invalid" || result.status === "refused"} />
      <ErrorSummary errors={errors} attempt={result} />
      <ActionBanner result={result} className="errors" />
    </>
  );
}
