import { z } from "zod";
import { foldText } from "#lib/core/text.ts";

/** Longest reason, in characters. */
const MAX_REASON = 500;

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

/** 「認証キーの再発行を依頼する」; `sequence` is the number that the page offered, so that a second click finds the first. */
export const requestForm = z.strictObject({
  id: z.uuid(),
  sequence: z
    .string()
    .regex(/^\d{1,6}$/)
    .transform(Number),
  reason: reason("再発行の理由"),
});

/** 「認証キーを再発行」 */
export const reissueForm = z.strictObject({ id: z.uuid() });

/** 「依頼を断る」 */
export const declineForm = z.strictObject({ id: z.uuid(), reason: reason("断る理由") });
