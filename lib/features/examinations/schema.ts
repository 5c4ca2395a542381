import { z } from "zod";
import { foldText } from "#lib/core/text.ts";

/** Longest reason told to the contractor, in characters. */
const MAX_REASON = 1000;

const step = {
  id: z.uuid(),
  /** The version that the page showed; another one means that somebody acted in between. */
  version: z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number),
};

/** 「審査を開始」 and 「承認」. */
export const stepForm = z.strictObject(step);

const reason = (label: string) =>
  z
    .string()
    .transform(foldText)
    .pipe(
      z
        .string()
        .min(1, `${label}を入力してください。`)
        .refine(
          (text) => [...text].length <= MAX_REASON,
          `${label}は、${MAX_REASON}文字以内で入力してください。`,
        ),
    );

/** 「差戻す」. */
export const returnForm = z.strictObject({ ...step, reason: reason("差戻しの理由") });

/** 「謝絶」. */
export const refuseForm = z.strictObject({ ...step, reason: reason("謝絶の理由") });

/** 「発行」; a ticked box posts "on". */
export const issueForm = z.strictObject({
  ...step,
  premiumReceived: z
    .literal("on")
    .optional()
    .transform((box) => box === "on"),
});
