"use server";
import { headers } from "next/headers";
import { CredentialsSignin } from "next-auth";
import { currentToken, currentUser, requirePerson, topPageOf } from "#lib/auth/gates.ts";
import { dropLinkToken, linkTokenOf } from "#lib/auth/link-cookie.ts";
import { signIn, signOut } from "#lib/auth/options.ts";
import { systemScope } from "#lib/auth/scope.ts";
import { defineAction } from "#lib/core/action.ts";
import { inScope } from "#lib/core/db.ts";
import { paths } from "#lib/core/paths.ts";
import { isRefused, mustWait, refused } from "#lib/core/result.ts";
import {
  changePassword,
  endOwnSessions,
  requestPasswordReset,
  resetPassword,
  signOutPerson,
} from "./commands.ts";
import { findRole } from "./queries.ts";
import { landingAfterSignIn } from "./rules.ts";
import {
  changePasswordForm,
  endOthersForm,
  endSessionForm,
  resetForm,
  resetRequestForm,
  signInForm,
  signOutForm,
} from "./schema.ts";

/** Anyone may ask; tries are counted by the address that our own server took from the socket. */
const anyone = async () => (await headers()).get("x-forwarded-for") ?? "unknown";

const waiting = ({ waitSeconds }: { waitSeconds?: number }) =>
  `しばらく待ってから、もう一度お試しください（あと${waitSeconds}秒）。`;

/** Signs a person in. Every failure gets the same sentence; too many of them, a wait. */
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
    must_wait: waiting,
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

/** ログアウト, in every signed-in frame. */
export async function logoutAction(form: FormData): Promise<void> {
  const result = await endOwnSession({ status: "idle" }, form);
  // The frame has no place for a sentence, so the error page shows it.
  if (result.status !== "done") throw new Error(`signing out failed: ${JSON.stringify(result)}`);
}

/** 「再設定のメールを送る」: the same answer, whoever has the address. */
export const requestResetAction = defineAction({
  name: "account.request_reset",
  gate: anyone,
  schema: resetRequestForm,
  run: (address, { email }) => requestPasswordReset(email, address),
  refused: { must_wait: waiting },
  then: () => paths.passwordAsked(),
});

/** 「パスワードを設定する」 behind the link of the mail. */
export const resetPasswordAction = defineAction({
  name: "account.reset_password",
  gate: async () => ({ address: await anyone(), token: await linkTokenOf("password_reset") }),
  schema: resetForm,
  secrets: ["password"],
  async run({ address, token }, { password }) {
    const outcome = await resetPassword({ token, password }, address);
    if (!isRefused(outcome) && "reset" in outcome) await dropLinkToken("password_reset");
    return outcome;
  },
  refused: {
    link_dead: "このリンクは使えません。パスワードの再設定をやり直してください。",
    must_wait: waiting,
  },
  then: () => paths.loginAfter("password"),
});

/** 「パスワードを変更する」 */
export const changePasswordAction = defineAction({
  name: "account.change_password",
  gate: requirePerson,
  schema: changePasswordForm,
  secrets: ["current", "password"],
  run: changePassword,
  refused: { must_wait: waiting },
  then: () => paths.account("password"),
});

/** 「サインアウトさせる」 of one session. */
export const endSessionAction = defineAction({
  name: "account.end_session",
  gate: requirePerson,
  schema: endSessionForm,
  run: (user, { id }) => endOwnSessions(user, id),
  refused: {},
  then: () => paths.account("ended"),
});

/** 「ほかの端末をすべてサインアウトさせる」 */
export const endOthersAction = defineAction({
  name: "account.end_other_sessions",
  gate: requirePerson,
  schema: endOthersForm,
  run: (user) => endOwnSessions(user, null),
  refused: {},
  then: () => paths.account("ended"),
});
