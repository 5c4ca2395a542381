import { z } from "zod";

/** 「もう一度実行する」 */
export const retryJobForm = z.strictObject({ jobKey: z.string().max(200) });

/** 「もう一度送信する」 */
export const retryMailForm = z.strictObject({ mailId: z.uuid() });
