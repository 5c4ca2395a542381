import { z } from "zod";
import { postedCount, postedId } from "#lib/core/posted.ts";
import { reasonText } from "#lib/core/reason.ts";

const step = {
  id: postedId,
  /** The version that the page showed; if it differs, somebody acted in between. */
  version: postedCount,
};

/** 「審査を開始」 and 「承認」. */
export const stepForm = z.strictObject(step);

/** 「差戻す」. */
export const returnForm = z.strictObject({ ...step, reason: reasonText("差戻しの理由") });

/** 「謝絶」. */
export const refuseForm = z.strictObject({ ...step, reason: reasonText("謝絶の理由") });

/** 「発行」; a checked box posts "on". */
export const issueForm = z.strictObject({
  ...step,
  premiumReceived: z
    .literal("on")
    .optional()
    .transform((box) => box === "on"),
});
