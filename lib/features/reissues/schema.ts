import { z } from "zod";
import { postedCount, postedId } from "#lib/core/posted.ts";
import { reasonText } from "#lib/core/reason.ts";

/** 「認証キーの再発行を依頼する」; `sequence` is the number that the page offered, by which a second click finds the first. */
export const requestForm = z.strictObject({
  id: postedId,
  sequence: postedCount,
  reason: reasonText("再発行の理由"),
});

/** 「認証キーを再発行」 */
export const reissueForm = z.strictObject({ id: postedId });

/** 「依頼を断る」 */
export const declineForm = z.strictObject({ id: postedId, reason: reasonText("断る理由") });
