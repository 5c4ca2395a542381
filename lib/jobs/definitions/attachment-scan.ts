import { z } from "zod";
import { type JobDefinition, payload } from "./definition.ts";

const schema = payload.extend({ attachmentId: z.uuid() });
export type AttachmentScanPayload = z.infer<typeof schema>;

/** A virus scan of an attachment that came in while the scanner was away: twelve tries over about four hours. */
export const attachmentScan: JobDefinition<AttachmentScanPayload> = {
  name: "attachment.scan",
  schema,
  key: ({ attachmentId }) => `attachment.scan:${attachmentId}`,
  queue: { retryLimit: 12, retryDelay: 5, retryDelayMax: 1800, heartbeatSeconds: 10, expireInSeconds: 120 },
  batchSize: 2,
  concurrency: 1,
};
