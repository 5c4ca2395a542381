import { z } from "zod";
import { postedCount, postedId } from "#lib/core/posted.ts";
import { foldText } from "#lib/core/text.ts";
import { MAX_BODY, MESSAGE_LABELS, type MessageSide } from "./constants.ts";

/** A message of one side; `number` is the one that the page offered. */
export const messageForm = (side: MessageSide) =>
  z.strictObject({
    id: postedId,
    number: postedCount,
    body: z
      .string()
      .transform((text) => foldText(text.replaceAll("\0", "")))
      .pipe(
        z
          .string()
          .min(1, `${MESSAGE_LABELS[side]}を入力してください。`)
          .refine(
            (text) => [...text].length <= MAX_BODY,
            `${MESSAGE_LABELS[side]}は、${MAX_BODY}文字以内で入力してください。`,
          ),
      ),
  });
