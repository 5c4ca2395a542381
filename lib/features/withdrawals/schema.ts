import { z } from "zod";

/** 「申込を取り下げる」; `version` is the one that the page showed. */
export const withdrawForm = z.strictObject({
  id: z.uuid(),
  version: z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number),
});
