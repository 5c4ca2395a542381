"use server";
import { requireBranch, requireContractor } from "#lib/auth/gates.ts";
import { defineAction } from "#lib/core/action.ts";
import { paths } from "#lib/core/paths.ts";
import { declineReissue, reissueKey, requestReissue } from "./commands.ts";
import { declineForm, reissueForm, requestForm } from "./schema.ts";

/** 「認証キーの再発行を依頼する」 */
export const requestReissueAction = defineAction({
  name: "reissue.request",
  gate: requireContractor,
  schema: requestForm,
  run: requestReissue,
  refused: {
    not_found: "この保証契約は見つかりません。",
    changed_meanwhile: "ほかの画面で先に依頼されています。最新の状態をご確認ください。",
  },
  then: ({ id }) => paths.guarantee(id),
});

const common = {
  not_found: "この依頼は見つかりません。",
  changed_meanwhile: "ほかの担当者が先に処理しました。最新の状態をご確認ください。",
};
const then = ({ applicationId }: { applicationId: string }) => paths.branchCase(applicationId);

/** 「認証キーを再発行」 */
export const reissueKeyAction = defineAction({
  name: "reissue.make",
  gate: requireBranch,
  schema: reissueForm,
  run: reissueKey,
  refused: common,
  then,
});

/** 「依頼を断る」 */
export const declineReissueAction = defineAction({
  name: "reissue.decline",
  gate: requireBranch,
  schema: declineForm,
  run: declineReissue,
  refused: common,
  then,
});
