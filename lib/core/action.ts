import { headers } from "next/headers";
import { redirect, unstable_rethrow } from "next/navigation";
import type { z } from "zod";
import { newReference } from "./ids.ts";
import { log } from "./log.ts";
import { type ActionResult, FOREIGN_ORIGIN, isRefused, type Refused } from "./result.ts";

/** Mistakes that a command found in the answers, one per field. */
export type FieldErrors = { errors: { field: string; message: string }[] };

type Definition<S, I, O, R extends string, V> = {
  /** noun.verb, for the log. */
  name: string;
  /** Who may: mints the scope, or redirects to sign-in, or answers 404. */
  gate: () => Promise<S>;
  /** What the form may send; strict, anything else is refused. */
  schema: z.ZodType<I>;
  run: (scope: S, input: I) => Promise<O | FieldErrors | Refused<R>>;
  /** The sentence for every refusal that the command can answer; one that says how long to wait makes it of the outcome. */
  refused: Record<R, string | ((outcome: Refused<R>) => string)>;
  /** Where to go when it is done; undefined stays on the page. */
  then?: (output: O, input: I) => string | undefined;
  /** What a form that stays on its page gets back. */
  value?: (output: O, input: I) => V;
  /** Fields whose text is never given back to the browser. */
  secrets?: readonly string[];
  /** Open to 閲覧のみ as well: it changes nothing of the company's, only what is the person's own. */
  readers?: true;
};

/** Why every other action refuses a person who may only read. */
const readOnlyMessage =
  "閲覧のみの権限のため、この操作はできません。会社の管理者に、権限の変更を依頼してください。";

/**
 * The one wrapper of every server action: origin check, gate, strict parse, command, result as a value. Works as a form
 * action with and without JavaScript. Unknown errors are logged under a reference; the browser sees the reference only.
 */
export function defineAction<S, I, O, R extends string = never, V = undefined>(
  definition: Definition<S, I, O, R, V>,
) {
  type Result = ActionResult<V, R | "read_only">;
  return async (_previous: Result, data: FormData): Promise<Result> => {
    const { name, gate, schema, run, refused, then, value, secrets = [], readers } = definition;
    const fields = formFields(data);
    const values = Object.fromEntries(Object.entries(fields).filter(([field]) => !secrets.includes(field)));
    let target: string | undefined;
    let answer: V | undefined;
    try {
      if (!(await isOwnOrigin())) {
        log.warn({ action: name }, "foreign origin refused");
        return { status: "failed", ref: FOREIGN_ORIGIN, values };
      }
      const scope = await gate();
      if (!readers && isReadOnly(scope))
        return { status: "refused", reason: "read_only", message: readOnlyMessage, values };
      const input = schema.safeParse(fields);
      if (!input.success) return { status: "invalid", fields: firstMessages(input.error), values };
      const output = await run(scope, input.data);
      if (isRefused(output)) {
        const outcome = output as Refused<R>;
        const words = refused[outcome.refused];
        const message = typeof words === "string" ? words : words(outcome);
        return { status: "refused", reason: outcome.refused, message, values };
      }
      if (hasErrors(output)) {
        const wrong = Object.fromEntries(output.errors.map(({ field, message }) => [field, message]));
        return { status: "invalid", fields: wrong, values };
      }
      target = then?.(output as O, input.data);
      answer = value?.(output as O, input.data);
    } catch (error) {
      unstable_rethrow(error);
      const ref = newReference();
      log.error({ action: name, ref, err: error }, "action failed");
      return { status: "failed", ref, values };
    }
    if (target !== undefined) redirect(target);
    return { status: "done", value: answer as V };
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

/** A form's text fields. What React adds for posts without JavaScript ($ACTION_…) is not the form's. */
function formFields(data: FormData): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [name, value] of data)
    if (!name.startsWith("$ACTION") && typeof value === "string") fields[name] = value;
  return fields;
}

/**
 * Whether a request was made by a page of ours. Next lets a request without an Origin pass with a warning; we do not,
 * since every browser sends one with a POST. Host is what the browser asked for: localhost and 127.0.0.1 are both used.
 */
export async function isOwnOrigin(): Promise<boolean> {
  const list = await headers();
  const origin = list.get("origin");
  const site = list.get("sec-fetch-site");
  if (site !== null && site !== "same-origin") return false;
  if (origin === null || !URL.canParse(origin)) return false;
  return new URL(origin).host === list.get("host");
}

/** Whether a form came without script: a browser that posts by itself names no action in the headers. */
export async function isPostedPlainly(): Promise<boolean> {
  return !(await headers()).has("next-action");
}
