import { z } from "zod";
import { type JobDefinition, payload } from "./definition.ts";

const schema = payload.extend({ guaranteeId: z.uuid() });
export type GuaranteeIssuePayload = z.infer<typeof schema>;

/** Number, key, certificate, PDFs and notice of one guarantee. */
export const guaranteeIssue: JobDefinition<GuaranteeIssuePayload> = {
  name: "guarantee.issue",
  schema,
  key: ({ guaranteeId }) => `guarantee.issue:${guaranteeId}`,
  queue: { retryLimit: 8, retryDelay: 1, retryDelayMax: 60, heartbeatSeconds: 10, expireInSeconds: 120 },
  batchSize: 8,
  concurrency: 1,
};
