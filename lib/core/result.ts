/**
 * What a server action answers, read by forms in the browser: `invalid` names fields by their input's name and holds
 * sentences for people, `values` what was typed (never a secret); `failed` a reference under which the log has the error.
 */
export type ActionResult<T = undefined, R extends string = string> =
  | { status: "idle" }
  | { status: "done"; value: T }
  | { status: "invalid"; fields: Record<string, string>; form?: string[]; values?: Record<string, string> }
  | { status: "refused"; reason: R; message: string }
  | { status: "failed"; ref: string };

/** A command's refusal, a value and no exception, so that its type lists every reason why it may say no. */
export type Refused<R extends string> = { refused: R };

/** A refusal with its reason, to be returned by a command. */
export function refused<R extends string>(reason: R): Refused<R> {
  return { refused: reason };
}

/** Whether a command's outcome is a refusal; the compiler then knows its reasons, and otherwise the DTO. */
export function isRefused<T>(outcome: T): outcome is Extract<T, Refused<string>> {
  return (
    typeof outcome === "object" &&
    outcome !== null &&
    "refused" in outcome &&
    typeof outcome.refused === "string"
  );
}
