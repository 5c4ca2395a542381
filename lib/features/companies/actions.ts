"use server";
import { refresh } from "next/cache";
import { z } from "zod";
import { requireContractor } from "#lib/auth/gates.ts";
import { defineAction } from "#lib/core/action.ts";
import { formatInstant } from "#lib/core/calendar.ts";
import { postedCount } from "#lib/core/posted.ts";
import { isRefused } from "#lib/core/result.ts";
import { saveCompany } from "./commands.ts";
import { companyInput } from "./schema.ts";

/** 「会社情報を保存する」. */
export const saveCompanyAction = defineAction({
  name: "company.save",
  gate: requireContractor,
  schema: z.strictObject({ ...companyInput, version: postedCount }),
  run: async (scope, { version, ...typed }) => {
    const saved = await saveCompany(scope, typed, version);
    if (!isRefused(saved) && !("errors" in saved)) refresh();
    return saved;
  },
  refused: {
    changed_meanwhile: "会社情報は、別の画面で更新されています。まだ保存されていません。",
  },
  value: (saved) => ({ savedAt: formatInstant(saved.savedAt) }),
});
