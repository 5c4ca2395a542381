"use server";
import { revalidatePath } from "next/cache";
import { requireContractor } from "#lib/auth/gates.ts";
import { defineAction } from "#lib/core/action.ts";
import { paths } from "#lib/core/paths.ts";
import { isRefused } from "#lib/core/result.ts";
import { handOverKey } from "./commands.ts";
import { handOverForm } from "./schema.ts";

/** 「…へ提出する」 */
export const handOverAction = defineAction({
  name: "handover.send",
  gate: requireContractor,
  schema: handOverForm,
  run: async (scope, input) => {
    const sent = await handOverKey(scope, input);
    if (!isRefused(sent)) revalidatePath(paths.guarantee(input.id));
    return sent;
  },
  refused: {
    not_found: "この保証契約は見つかりません。",
    not_by_mail: "この発注者へは、電子メールで提出できません。提出のしかたをご確認ください。",
    notice_not_ready: "認証キーのお知らせを作っています。しばらくしてから、もう一度お試しください。",
    changed_meanwhile: "ほかの画面で先に提出されています。最新の状態をご確認ください。",
  },
});
