import "server-only";
import { currentToken } from "#lib/auth/gates.ts";
import { defineOperation } from "#lib/core/operation.ts";
import { refused } from "#lib/core/result.ts";
import { keepSession } from "./commands.ts";
import { presentTimes } from "./present.ts";
import { keepSessionForm } from "./schema.ts";

/** 「続ける」 in the warning before a session ends. */
export const keepSessionOperation = defineOperation({
  name: "account.keep_session",
  gate: currentToken,
  schema: keepSessionForm,
  run: async (token) => (token === null ? null : await keepSession(token)) ?? refused("signed_out"),
  refused: { signed_out: "ログアウトしています。ログインし直してください。" },
  value: presentTimes,
});
