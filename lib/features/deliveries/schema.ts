import { z } from "zod";

/** 「もう一度実行する」 */
export const retryIssueForm = z.strictObject({ guaranteeId: z.uuid() });

/** 「もう一度送信する」 */
export const retryMailForm = z.strictObject({ mailId: z.uuid() });
