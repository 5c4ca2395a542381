import { z } from "zod";
import { type JobDefinition, payload } from "./definition.ts";

const schema = payload.extend({ guaranteeId: z.uuid(), version: z.string().regex(/^\d{1,6}$/) });
export type KeyNoticePayload = z.infer<typeof schema>;

/** The notice of a key that was issued anew, and the word to the contractor. */
export const keyNotice: JobDefinition<KeyNoticePayload> = {
  name: "key.notice",
  schema,
  key: ({ guaranteeId, version }) => `key.notice:${guaranteeId}:${version}`,
  queue: { retryLimit: 8, retryDelay: 1, retryDelayMax: 60, heartbeatSeconds: 10, expireInSeconds: 120 },
  batchSize: 4,
  concurrency: 1,
};
