/**
 * What a server action answers to a form. `invalid` maps the names of inputs to sentences for people; `values` is what
 * was typed (never a secret), for a page that is drawn again without JavaScript; `failed` has the reference under which
 * the error is logged.
 */
export type ActionResult<T = undefined, R extends string = string> =
  | { status: "idle" }
  | { status: "done"; value: T }
  | { status: "invalid"; fields: Record<string, string>; values?: Record<string, string> }
  | { status: "refused"; reason: R; message: string; values?: Record<string, string> }
  | { status: "failed"; ref: string; values?: Record<string, string> };

/**
 * The reference, made in the browser, of a failure that is in no log: the request or its answer was lost on the way.
 */
export const UNREACHED = "UNREACHED";

/** The reference of a request that did not come from one of our pages, or whose browser did not say so. */
export const FOREIGN_ORIGIN = "ORIGIN";

/** A command's refusal: a value instead of an exception, so that the type lists every reason. */
export type Refused<R extends string> = {
  refused: R;
  /** How long until the next try. */
  waitSeconds?: number;
  /** A part of the sentence that only the command knows, such as who was faster, and when. */
  detail?: string;
};

/** Makes a refusal, to be returned by a command. */
export function refused<R extends string>(reason: R, detail?: string): Refused<R> {
  return detail === undefined ? { refused: reason } : { refused: reason, detail };
}

/** Refuses somebody who failed too often, until `waitSeconds` have passed. */
export function mustWait(waitSeconds: number): Refused<"must_wait"> {
  return { refused: "must_wait", waitSeconds };
}

/** Mistakes that a command found in the fields. */
export type FieldErrors = { errors: { field: string; message: string }[] };

/** Whether a command's outcome is a refusal. It narrows the type either way. */
export function isRefused<T>(outcome: T): outcome is Extract<T, Refused<string>> {
  return (
    typeof outcome === "object" &&
    outcome !== null &&
    "refused" in outcome &&
    typeof outcome.refused === "string"
  );
}
