import { z } from "zod";
import { postedId } from "#lib/core/posted.ts";

/** 「もう一度実行する」 */
export const retryJobForm = z.strictObject({ jobKey: z.string().max(200) });

/** 「もう一度送信する」 */
export const retryMailForm = z.strictObject({ mailId: postedId });
