import { z } from "zod";
import { reasonText } from "#lib/core/reason.ts";

/** 「認証キーの再発行を依頼する」; `sequence` is the number that the page offered, so that a second click finds the first. */
export const requestForm = z.strictObject({
  id: z.uuid(),
  sequence: z
    .string()
    .regex(/^\d{1,6}$/)
    .transform(Number),
  reason: reasonText("再発行の理由"),
});

/** 「認証キーを再発行」 */
export const reissueForm = z.strictObject({ id: z.uuid() });

/** 「依頼を断る」 */
export const declineForm = z.strictObject({ id: z.uuid(), reason: reasonText("断る理由") });
