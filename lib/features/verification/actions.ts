"use server";
import { requireObligee } from "#lib/auth/gates.ts";
import { defineAction } from "#lib/core/action.ts";
import { paths } from "#lib/core/paths.ts";
import { mustWait } from "#lib/core/result.ts";
import { verifyGuarantee } from "./commands.ts";
import { lookup } from "./schema.ts";

/** Looks a guarantee up by number and key, and leads to the page of the result. */
export const verifyAction = defineAction({
  name: "verification.look_up",
  gate: requireObligee,
  schema: lookup,
  secrets: ["key"],
  async run(scope, input) {
    const outcome = await verifyGuarantee(scope, input);
    return "verificationId" in outcome || "refused" in outcome ? outcome : mustWait(outcome.waitSeconds);
  },
  refused: {
    no_match: "保証契約番号または認証キーが正しくありません。",
    must_wait: ({ waitSeconds }) => `しばらく待ってから、もう一度お試しください（あと${waitSeconds}秒）。`,
  },
  then: ({ verificationId }) => paths.verification(verificationId),
});
