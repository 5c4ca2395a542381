/**
 * What a server action answers, read by forms in the browser: `invalid` names fields by their input's name and holds
 * sentences for people; `values` is what was typed (never a secret), for a page that is drawn anew without JavaScript;
 * `failed` has a reference under which the log has the error.
 */
export type ActionResult<T = undefined, R extends string = string> =
  | { status: "idle" }
  | { status: "done"; value: T }
  | { status: "invalid"; fields: Record<string, string>; values?: Record<string, string> }
  | { status: "refused"; reason: R; message: string; values?: Record<string, string> }
  | { status: "failed"; ref: string; values?: Record<string, string> };

/** The reference of a failure that no log knows: the request or its answer was lost on the way. Made in the browser. */
export const UNREACHED = "UNREACHED";

/** The reference of a request that no page of ours made, or whose browser did not say so. */
export const FOREIGN_ORIGIN = "ORIGIN";

/** A command's refusal, a value and no exception, so that its type lists every reason why it may say no. */
export type Refused<R extends string> = {
  refused: R;
  /** Until it may be tried again. */
  waitSeconds?: number;
  /** What only the command knows and the sentence needs, in words: who was faster, and when. */
  detail?: string;
};

/** A refusal with its reason, to be returned by a command. */
export function refused<R extends string>(reason: R, detail?: string): Refused<R> {
  return detail === undefined ? { refused: reason } : { refused: reason, detail };
}

/** The refusal of somebody who failed too often, until `waitSeconds` have passed. */
export function mustWait(waitSeconds: number): Refused<"must_wait"> {
  return { refused: "must_wait", waitSeconds };
}

/** Mistakes that a command found in the answers, one per field. */
export type FieldErrors = { errors: { field: string; message: string }[] };

/** Whether a command's outcome is a refusal; the compiler then knows its reasons, and otherwise the DTO. */
export function isRefused<T>(outcome: T): outcome is Extract<T, Refused<string>> {
  return (
    typeof outcome === "object" &&
    outcome !== null &&
    "refused" in outcome &&
    typeof outcome.refused === "string"
  );
}
