import { z } from "zod";
import { defineJob, ofBranch, overHours } from "./definition.ts";

/** The virus scan of an attachment that arrived while the scanner was away. */
export const attachmentScan = defineJob({
  name: "attachment.scan",
  title: "添付書類のウイルス検査",
  payload: ofBranch({ attachmentId: z.uuid() }),
  identity: ({ attachmentId }) => attachmentId,
  about: ({ attachmentId }) => ({ record: "attachment", id: attachmentId }),
  attempts: overHours,
  batchSize: 2,
  concurrency: 1,
});
