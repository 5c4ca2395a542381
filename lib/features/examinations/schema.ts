import { z } from "zod";
import { postedCount, postedId } from "#lib/core/posted.ts";
import { reasonText } from "#lib/core/reason.ts";

const caseVersion = {
  id: postedId,
  /** The version that the page showed; if it differs, somebody acted in between. */
  version: postedCount,
};

/** 「審査を開始」 and 「承認」. */
export const transitionForm = z.strictObject(caseVersion);

/** 「差戻す」. */
export const returnForm = z.strictObject({ ...caseVersion, reason: reasonText("差戻しの理由") });

/** 「謝絶」. */
export const declineForm = z.strictObject({ ...caseVersion, reason: reasonText("謝絶の理由") });

/** 「発行」; a checked box posts "on". */
export const issueForm = z.strictObject({
  ...caseVersion,
  premiumReceived: z
    .literal("on")
    .optional()
    .transform((box) => box === "on"),
});
