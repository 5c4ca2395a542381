import { z } from "zod";
import { defineJob, ofBranch, overMinutes } from "./definition.ts";

/** The notice of a key that was issued anew, and the word to the contractor. */
export const keyNotice = defineJob({
  name: "key.notice",
  title: "新しい認証キーのお知らせ",
  payload: ofBranch({
    guaranteeId: z.uuid(),
    // Until December 2026 versions went into the queue as text; such a job may still lie there, or among those that gave up.
    version: z.union([
      z.int(),
      z
        .string()
        .regex(/^\d{1,6}$/)
        .transform(Number),
    ]),
  }),
  identity: ({ guaranteeId, version }) => `${guaranteeId}:${version}`,
  about: ({ guaranteeId }) => ({ record: "guarantee", id: guaranteeId }),
  attempts: overMinutes,
  batchSize: 4,
  concurrency: 1,
});
