"use server";
import { headers } from "next/headers";
import { requireManager } from "#lib/auth/gates.ts";
import { dropLinkToken, linkTokenOf } from "#lib/auth/link-cookie.ts";
import { defineAction } from "#lib/core/action.ts";
import { paths } from "#lib/core/paths.ts";
import { isRefused } from "#lib/core/result.ts";
import {
  acceptInvitation,
  cancelInvitation,
  changeRole,
  disablePerson,
  enablePerson,
  invitePerson,
  resendInvitation,
} from "./commands.ts";
import { acceptForm, invitationForm, inviteForm, personForm, roleForm } from "./schema.ts";

const goneInvitation =
  "この招待は、すでに登録が済んだか、取り消されています。画面を開き直してご確認ください。";
const changeRefused = {
  not_found: "この利用者は変更できません。画面を開き直してご確認ください。",
  last_manager: "管理者が1人もいなくなるため、変更できません。先に、ほかの利用者を管理者にしてください。",
  own_account: "ご自身の利用は停止できません。ほかの管理者に依頼してください。",
};

/** 「招待メールを送る」 */
export const inviteAction = defineAction({
  name: "person.invite",
  gate: requireManager,
  schema: inviteForm,
  run: invitePerson,
  refused: {
    already_here: "このメールアドレスは、すでに会社の利用者として登録されています。一覧をご確認ください。",
    invited_before:
      "このメールアドレスには、すでに招待を送っています。一覧の「もう一度送る」または「取り消す」をお使いください。",
  },
  then: () => paths.people("invited"),
});

/** 「もう一度送る」 */
export const resendInvitationAction = defineAction({
  name: "person.resend_invitation",
  gate: requireManager,
  schema: invitationForm,
  run: resendInvitation,
  refused: { not_found: goneInvitation },
  then: () => paths.people("resent"),
});

/** 「取り消す」 */
export const cancelInvitationAction = defineAction({
  name: "person.cancel_invitation",
  gate: requireManager,
  schema: invitationForm,
  run: cancelInvitation,
  refused: { not_found: goneInvitation },
  then: () => paths.people("cancelled"),
});

/** 「権限を変更する」 */
export const changeRoleAction = defineAction({
  name: "person.change_role",
  gate: requireManager,
  schema: roleForm,
  run: changeRole,
  refused: changeRefused,
  then: ({ id }) => paths.person(id, "role"),
});

/** 「利用を停止する」 */
export const disablePersonAction = defineAction({
  name: "person.disable",
  gate: requireManager,
  schema: personForm,
  run: disablePerson,
  refused: changeRefused,
  then: ({ id }) => paths.person(id, "disabled"),
});

/** 「利用を再開する」 */
export const enablePersonAction = defineAction({
  name: "person.enable",
  gate: requireManager,
  schema: personForm,
  run: enablePerson,
  refused: changeRefused,
  then: ({ id }) => paths.person(id, "enabled"),
});

/** 「登録する」 behind the link of an invitation. */
export const acceptInvitationAction = defineAction({
  name: "person.accept_invitation",
  // Anybody who has the token; failures are counted by the address that our own server took from the socket.
  gate: async () => ({
    address: (await headers()).get("x-forwarded-for") ?? "unknown",
    token: await linkTokenOf("invitation"),
  }),
  schema: acceptForm,
  secrets: ["password"],
  async run({ address, token }, registration) {
    const outcome = await acceptInvitation({ token, ...registration }, address);
    if (!isRefused(outcome) && "email" in outcome) await dropLinkToken("invitation");
    return outcome;
  },
  refused: {
    link_dead: "この招待は使えません。招待した方に、もう一度送るよう依頼してください。",
    registered: "このメールアドレスは、すでに登録されています。ログインの画面からお入りください。",
    must_wait: ({ waitSeconds }) => `しばらく待ってから、もう一度お試しください（あと${waitSeconds}秒）。`,
  },
  then: () => paths.loginAfter("registered"),
});
