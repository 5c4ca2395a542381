"use server";
import { revalidatePath } from "next/cache";
import { z } from "zod";
import { requireContractor } from "#lib/auth/gates.ts";
import { defineAction } from "#lib/core/action.ts";
import { paths } from "#lib/core/paths.ts";
import { postedCount, postedId } from "#lib/core/posted.ts";
import { isRefused } from "#lib/core/result.ts";
import { tabOf } from "#lib/features/questions/constants.ts";
import { submitApplication, withdrawApplication } from "./commands.ts";
import { withdrawForm } from "./schema.ts";

const gone = "この申込は見つかりません。「保証申込」の一覧から開き直してください。";

/** 「申込を送信する」: sends what the confirm page showed, once; mistakes lead back to their tab. */
export const submitApplicationAction = defineAction({
  name: "application.submit",
  gate: requireContractor,
  schema: z.strictObject({
    id: postedId,
    version: postedCount,
    shown: z.string().regex(/^[0-9a-f]{64}$/),
  }),
  run: async (scope, input) => {
    const sent = await submitApplication(scope, input.id, input.version, input.shown);
    if (isRefused(sent)) return sent;
    if (!("errors" in sent)) {
      // Back would show the remembered confirm page, with 「まだ送信されていません」.
      revalidatePath(paths.desk(), "layout");
      return { target: paths.applicationSent(sent.id) };
    }
    const [first] = sent.errors;
    const tab = first ? tabOf(first.field) : "works";
    return { target: paths.applicationTab(input.id, tab, { check: true }) };
  },
  refused: {
    not_found: gone,
    changed_meanwhile:
      "この申込は、確認の画面を開いたあとに別の画面で変更されました。まだ送信されていません。",
  },
  then: ({ target }) => target,
});

/** 「申込を取り下げる」 */
export const withdrawAction = defineAction({
  name: "application.withdraw",
  gate: requireContractor,
  schema: withdrawForm,
  run: async (scope, input) => {
    const outcome = await withdrawApplication(scope, input);
    // If the branch was faster, the page shows the present status, without the button that is too late.
    if (isRefused(outcome)) revalidatePath(paths.application(input.id));
    return outcome;
  },
  refused: {
    not_found: "この申込は見つかりません。",
    too_late: ({ detail }: { detail?: string }) => detail ?? "",
  },
  then: ({ id }) => paths.application(id),
});
