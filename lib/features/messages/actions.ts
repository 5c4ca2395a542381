"use server";
import { revalidatePath } from "next/cache";
import { requireBranch, requireContractor } from "#lib/auth/gates.ts";
import { defineAction } from "#lib/core/action.ts";
import { paths } from "#lib/core/paths.ts";
import { isRefused } from "#lib/core/result.ts";
import { writeToBranch, writeToContractor } from "./commands.ts";
import { messageForm } from "./schema.ts";

const refusals = { not_found: "この申込は見つかりません。一覧から開き直してください。" };

/** 「連絡を送信する」 */
export const writeToBranchAction = defineAction({
  name: "message.to_branch",
  gate: requireContractor,
  schema: messageForm("contractor"),
  run: async (scope, input) => {
    const sent = await writeToBranch(scope, input);
    if (!isRefused(sent)) revalidatePath(paths.application(input.id));
    return sent;
  },
  refused: refusals,
  value: ({ number }) => ({ number }),
});

/** 「お知らせを送信する」 */
export const writeToContractorAction = defineAction({
  name: "message.to_contractor",
  gate: requireBranch,
  schema: messageForm("branch"),
  run: async (scope, input) => {
    const sent = await writeToContractor(scope, input);
    if (!isRefused(sent)) revalidatePath(paths.branchCase(input.id));
    return sent;
  },
  refused: refusals,
  value: ({ number }) => ({ number }),
});
