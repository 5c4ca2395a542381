import { z } from "zod";

/** 「…へ提出する」; `sequence` is the number that the page offered, so that a second click finds the first. */
export const handOverForm = z.strictObject({
  id: z.uuid(),
  sequence: z
    .string()
    .regex(/^\d{1,6}$/)
    .transform(Number),
});
