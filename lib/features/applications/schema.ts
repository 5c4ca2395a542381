import { z } from "zod";
import { postedCount, postedId } from "#lib/core/posted.ts";

/** 「申込を取り下げる」; `version` is the one that the page showed. */
export const withdrawForm = z.strictObject({
  id: postedId,
  version: postedCount,
});
