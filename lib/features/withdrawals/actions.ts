"use server";
import { requireContractor } from "#lib/auth/gates.ts";
import { defineAction } from "#lib/core/action.ts";
import { paths } from "#lib/core/paths.ts";
import { withdrawApplication } from "./commands.ts";
import { withdrawForm } from "./schema.ts";

/** 「申込を取り下げる」 */
export const withdrawAction = defineAction({
  name: "application.withdraw",
  gate: requireContractor,
  schema: withdrawForm,
  run: withdrawApplication,
  refused: {
    not_found: "この申込は見つかりません。",
    too_late: ({ detail }: { detail?: string }) => detail ?? "",
  },
  then: ({ id }) => paths.application(id),
});
