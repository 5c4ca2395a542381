import { z } from "zod";
import { postedCount, postedId } from "#lib/core/posted.ts";

/** 「…へ提出する」; `sequence` is the number that the page offered, by which a second click finds the first. */
export const handOverForm = z.strictObject({
  id: postedId,
  sequence: postedCount,
});
