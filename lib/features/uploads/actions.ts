"use server";
import { z } from "zod";
import { requireContractor } from "#lib/auth/gates.ts";
import { defineAction } from "#lib/core/action.ts";
import { postedId } from "#lib/core/posted.ts";
import { isRefused } from "#lib/core/result.ts";
import { REFUSALS } from "#lib/features/attachments/constants.ts";
import { removeAttachment } from "./commands.ts";
import { loadDraftAttachments } from "./loaders.ts";

const id = postedId.optional();

/** 「削除」 (`remove`) and 「元に戻す」 (`restore`) of an attachment; answers the new list. */
export const removeAttachmentAction = defineAction({
  name: "attachment.remove",
  gate: requireContractor,
  schema: z.strictObject({ remove: id, restore: id }).transform(({ remove, restore }, context) => {
    const id = remove ?? restore;
    if (id !== undefined) return { id, undo: remove === undefined };
    context.addIssue("");
    return z.NEVER;
  }),
  run: async (scope, input) => {
    const done = await removeAttachment(scope, input);
    if (isRefused(done)) return done;
    return {
      list: await loadDraftAttachments(scope, done.applicationId),
      removed: input.undo ? null : input.id,
    };
  },
  refused: {
    not_found: "この書類は見つかりません。画面を開き直してください。",
    not_editable: "この申込は送信済みのため、添付書類を変更できません。",
    too_many: REFUSALS.too_many,
  },
  value: (done) => done,
});
