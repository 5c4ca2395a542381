import { z } from "zod";
import { defineJob, ofBranch, overMinutes } from "./definition.ts";

/** Makes the key notice of a reissued key and tells the contractor. */
export const keyNotice = defineJob({
  name: "key.notice",
  title: "新しい認証キーのお知らせ",
  payload: ofBranch({
    guaranteeId: z.uuid(),
    // Until December 2026 versions were queued as text. Such a job may still be in the queue, or among those that gave
    // up.
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
