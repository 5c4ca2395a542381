"use server";
import { revalidatePath } from "next/cache";
import { requireContractor } from "#lib/auth/gates.ts";
import { defineAction } from "#lib/core/action.ts";
import { paths } from "#lib/core/paths.ts";
import { isRefused } from "#lib/core/result.ts";
import { withdrawApplication } from "./commands.ts";
import { withdrawForm } from "./schema.ts";

/** 「申込を取り下げる」 */
export const withdrawAction = defineAction({
  name: "application.withdraw",
  gate: requireContractor,
  schema: withdrawForm,
  run: async (scope, input) => {
    const outcome = await withdrawApplication(scope, input);
    // Whoever was overtaken sees where the application stands now, and no button for what is too late.
    if (isRefused(outcome)) revalidatePath(paths.application(input.id));
    return outcome;
  },
  refused: {
    not_found: "この申込は見つかりません。",
    too_late: ({ detail }: { detail?: string }) => detail ?? "",
  },
  then: ({ id }) => paths.application(id),
});
