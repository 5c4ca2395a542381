"use client";
import { useActionState } from "react";
import { type ActionResult, UNREACHED } from "#lib/core/result.ts";

/**
 * A form's action and what it answered last. A line that breaks on the way is an answer like every other: React would
 * give the error to the page's boundary, and everything typed in the form would be gone with the form. Without script
 * the form posts to the action itself.
 */
export function useAction<V, R extends string>(
  action: (last: ActionResult<V, R>, form: FormData) => Promise<ActionResult<V, R>>,
) {
  // What is drawn on the server must be the server's own function, or the form would have nowhere to post to.
  const act = typeof window === "undefined" ? action : reaching(action);
  return useActionState<ActionResult<V, R>, FormData>(act, { status: "idle" });
}

const reaching =
  <V, R extends string>(action: (last: ActionResult<V, R>, form: FormData) => Promise<ActionResult<V, R>>) =>
  async (last: ActionResult<V, R>, form: FormData): Promise<ActionResult<V, R>> => {
    try {
      return await action(last, form);
    } catch (error) {
      if (!isBrokenLine(error)) throw error;
      return { status: "failed", ref: UNREACHED, values: textsOf(form) };
    }
  };

/** No connection, an answer cut off, or a proxy that answered because the server is being started anew. */
function isBrokenLine(error: unknown): boolean {
  if (error instanceof TypeError) return true;
  return error instanceof Error && /^(Connection closed|An unexpected response)/.test(error.message);
}

function textsOf(form: FormData): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const [name, value] of form) if (typeof value === "string") texts[name] = value;
  return texts;
}
