import { headers } from "next/headers";
import { redirect, unstable_rethrow } from "next/navigation";
import { logFailure } from "./log.ts";
import { type Operation, perform } from "./operation.ts";
import { isOwnOrigin } from "./origin.ts";
import { type ActionResult, FOREIGN_ORIGIN } from "./result.ts";

/**
 * A server action that runs an operation for a form: checks the origin, asks the gate, reads the form's text fields,
 * and answers with a value or a redirect. Works with and without JavaScript. An unknown error is logged under a
 * reference, and the browser sees only that reference.
 */
export function defineAction<S, I, O, R extends string = never, V = undefined>(
  operation: Operation<S, I, O, R, V>,
) {
  type Result = ActionResult<V, R | "read_only">;
  return async (_previous: Result, data: FormData): Promise<Result> => {
    const { name, gate, secrets = [] } = operation;
    const fields = formFields(data);
    const values = Object.fromEntries(Object.entries(fields).filter(([field]) => !secrets.includes(field)));
    let target: string | undefined;
    let done: Result;
    try {
      if (!(await isOwnOrigin(name))) return { status: "failed", ref: FOREIGN_ORIGIN, values };
      const outcome = await perform(operation, await gate(), fields);
      if (outcome.status !== "done") return { ...outcome, values };
      target = outcome.target;
      done = { status: "done", value: outcome.value };
    } catch (error) {
      unstable_rethrow(error);
      return { status: "failed", ref: logFailure("action failed", error, { name }), values };
    }
    if (target !== undefined) redirect(target);
    return done;
  };
}

/** The text fields of a form, without those that React adds to posts without JavaScript ($ACTION_…). */
function formFields(data: FormData): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [name, value] of data)
    if (!name.startsWith("$ACTION") && typeof value === "string") fields[name] = value;
  return fields;
}

/** Whether a form was posted without script: a browser that posts by itself names no action in the headers. */
export async function isPostedPlainly(): Promise<boolean> {
  return !(await headers()).has("next-action");
}
