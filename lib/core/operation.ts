import type { z } from "zod";
import { type FieldErrors, isRefused, type Refused } from "./result.ts";

/** What somebody may ask the portal to do, by a form (action.ts) or by a script (json-route.ts). */
export type Operation<S, I, O, R extends string, V> = {
  /** noun.verb, for the log. */
  name: string;
  /** Who may run it: returns the scope, redirects to sign-in, or answers 404. */
  gate: () => Promise<S>;
  /** What may be sent. Strict: any other field makes it invalid. */
  schema: z.ZodType<I>;
  run: (scope: S, input: I) => Promise<O | FieldErrors | Refused<R>>;
  /**
   * The sentence for each refusal of the command; a function where it depends on the outcome, such as how long to wait.
   */
  refused: Record<R, string | ((outcome: Refused<R>) => string)>;
  /** What the sender gets back. */
  value?: (output: O, input: I) => V;
  /** Also open to people with 閲覧のみ, because it changes nothing of the company's, only their own. */
  readers?: true;
  /** Where a form leads when it is done; undefined stays on the page. */
  then?: (output: O, input: I) => string | undefined;
  /** Fields that are never sent back to a form. */
  secrets?: readonly string[];
};

/** How an operation ended, unless it threw. */
export type Outcome<R extends string, V> =
  | { status: "done"; value: V; target: string | undefined }
  | { status: "invalid"; fields: Record<string, string> }
  | { status: "refused"; reason: R | "read_only"; message: string };

/** The refusal of every operation that is not open to people with 閲覧のみ. */
const readOnlyMessage =
  "閲覧のみの権限のため、この操作はできません。会社の管理者に、権限の変更を依頼してください。";

/** Defines an operation that a route serves. One that only forms use is written with defineAction() directly. */
export function defineOperation<S, I, O, R extends string = never, V = undefined>(
  operation: Operation<S, I, O, R, V>,
): Operation<S, I, O, R, V> {
  return operation;
}

/**
 * Runs an operation for somebody its gate has let in: refuses people who may only read, parses strictly, runs the
 * command and returns the outcome. The caller asks the gate first, before reading what was sent. Throws what the
 * command throws.
 */
export async function perform<S, I, O, R extends string, V>(
  { schema, run, refused, value, readers, then }: Operation<S, I, O, R, V>,
  scope: S,
  sent: unknown,
): Promise<Outcome<R, V>> {
  if (!readers && isReadOnly(scope))
    return { status: "refused", reason: "read_only", message: readOnlyMessage };
  const input = schema.safeParse(sent);
  if (!input.success) return { status: "invalid", fields: firstMessages(input.error) };
  const output = await run(scope, input.data);
  if (isRefused(output)) {
    const outcome = output as Refused<R>;
    const words = refused[outcome.refused];
    const message = typeof words === "string" ? words : words(outcome);
    return { status: "refused", reason: outcome.refused, message };
  }
  if (hasErrors(output)) {
    const wrong = output.errors.map(({ field, message }) => [field, message]);
    return { status: "invalid", fields: Object.fromEntries(wrong) };
  }
  const done = output as O;
  return {
    status: "done",
    value: value?.(done, input.data) as V,
    target: then?.(done, input.data),
  };
}

function isReadOnly(scope: unknown): boolean {
  return typeof scope === "object" && scope !== null && "readOnly" in scope && scope.readOnly === true;
}

function hasErrors(output: unknown): output is FieldErrors {
  return typeof output === "object" && output !== null && "errors" in output && Array.isArray(output.errors);
}

function firstMessages(error: z.ZodError): Record<string, string> {
  const wrong: Record<string, string> = {};
  for (const issue of error.issues) wrong[String(issue.path[0] ?? "form")] ??= issue.message;
  return wrong;
}
