"use server";
import { revalidatePath } from "next/cache";
import { requireContractor } from "#lib/auth/gates.ts";
import { defineAction } from "#lib/core/action.ts";
import { paths } from "#lib/core/paths.ts";
import { saveNoticeSettings } from "./commands.ts";
import { settingsForm } from "./schema.ts";

/** 「設定を保存する」: it is the person's own setting, so people who may only read can change it too. */
export const saveSettingsAction = defineAction({
  name: "notice.settings",
  gate: requireContractor,
  readers: true,
  schema: settingsForm,
  run: async (scope, input) => {
    const saved = await saveNoticeSettings(scope, input);
    revalidatePath(paths.noticeSettings());
    return saved;
  },
  refused: {},
});
