"use client";
import { useActionState } from "react";
import { forgetSent } from "#components/form/kept-texts.ts";
import { paths } from "#lib/core/paths.ts";
import { type ActionResult, UNREACHED } from "#lib/core/result.ts";

/**
 * A form's action and its last answer. A broken connection counts as an answer: React would pass the error to the
 * page's boundary and everything typed in the form would be lost. Without script the form posts to the action itself.
 */
export function useAction<V, R extends string>(
  action: (last: ActionResult<V, R>, form: FormData) => Promise<ActionResult<V, R>>,
) {
  // On the server the form must get the server's own function, or it would have nowhere to post to.
  const formAction = typeof window === "undefined" ? action : reaching(action);
  return useActionState<ActionResult<V, R>, FormData>(formAction, { status: "idle" });
}

const reaching =
  <V, R extends string>(action: (last: ActionResult<V, R>, form: FormData) => Promise<ActionResult<V, R>>) =>
  async (last: ActionResult<V, R>, form: FormData): Promise<ActionResult<V, R>> => {
    try {
      const answer = await action(last, form);
      if (answer.status === "done") forgetSent(form);
      return answer;
    } catch (error) {
      if (leadsOn(error)) forgetSent(form);
      if (!isBrokenLine(error)) throw error;
      return { status: "failed", ref: UNREACHED, values: textsOf(form) };
    }
  };

/** No connection, an interrupted answer, or a proxy that answered while the server restarts. */
function isBrokenLine(error: unknown): boolean {
  if (error instanceof TypeError) return true;
  return error instanceof Error && /^(Connection closed|An unexpected response)/.test(error.message);
}

/** A finished action may answer with another page; for somebody whose session has ended it is the login page. */
function leadsOn(error: unknown): boolean {
  const digest = error instanceof Error && "digest" in error ? String(error.digest) : "";
  const [kind, , page = ""] = digest.split(";");
  return kind === "NEXT_REDIRECT" && page.split("?")[0] !== paths.login();
}

function textsOf(form: FormData): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const [name, value] of form) if (typeof value === "string") texts[name] = value;
  return texts;
}
