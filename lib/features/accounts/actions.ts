"use server";
import { headers } from "next/headers";
import { CredentialsSignin } from "next-auth";
import { currentToken, currentUser, topPageOf } from "#lib/auth/gates.ts";
import { signIn, signOut } from "#lib/auth/options.ts";
import { systemScope } from "#lib/auth/scope.ts";
import { defineAction } from "#lib/core/action.ts";
import { inScope } from "#lib/core/db.ts";
import { paths } from "#lib/core/paths.ts";
import { mustWait, refused } from "#lib/core/result.ts";
import { signOutPerson } from "./commands.ts";
import { findRole } from "./queries.ts";
import { landingAfterSignIn } from "./rules.ts";
import { signInForm, signOutForm } from "./schema.ts";

/** Signs a person in: every failure is one sentence, too many of them a wait. */
export const loginAction = defineAction({
  name: "account.sign_in",
  // Anyone may try; failures are counted by the address that our own server took from the socket.
  gate: async () => {
    const list = await headers();
    return { address: list.get("x-forwarded-for") ?? "unknown", userAgent: list.get("user-agent") ?? "" };
  },
  schema: signInForm,
  secrets: ["password"],
  async run({ address, userAgent }, { email, password }) {
    if (email.length > 320 || password.length > 1024) return refused("wrong");
    try {
      await signIn("credentials", { email, password, address, userAgent, redirect: false });
    } catch (error) {
      if (!(error instanceof CredentialsSignin)) throw error;
      const [, seconds] = /^wait:(\d+)$/.exec(error.code) ?? [];
      return seconds === undefined ? refused("wrong") : mustWait(Number(seconds));
    }
    return { role: await inScope(systemScope, (tx) => findRole(tx, email)) };
  },
  refused: {
    wrong: "メールアドレスまたはパスワードが正しくありません。",
    must_wait: ({ waitSeconds }) => `しばらく待ってから、もう一度お試しください（あと${waitSeconds}秒）。`,
  },
  then: ({ role }, { next }) => (role ? landingAfterSignIn(topPageOf(role), next) : paths.top()),
});

const endOwnSession = defineAction({
  name: "account.sign_out",
  gate: async () => ({ user: await currentUser(), token: await currentToken() }),
  schema: signOutForm,
  async run({ user, token }) {
    if (user && token !== null) await signOutPerson(user, token);
    await signOut({ redirect: false });
    return null;
  },
  refused: {},
  then: () => paths.login(),
});

/** ログアウト, the action of the form in every signed-in frame. */
export async function logoutAction(form: FormData): Promise<void> {
  const result = await endOwnSession({ status: "idle" }, form);
  // The frame has no place for a sentence: the page of failures tells it.
  if (result.status !== "done") throw new Error(`signing out failed: ${JSON.stringify(result)}`);
}
