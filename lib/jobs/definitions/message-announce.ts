import { z } from "zod";
import { type JobDefinition, payload } from "./definition.ts";

const schema = payload.extend({ messageId: z.uuid() });
export type MessageAnnouncePayload = z.infer<typeof schema>;

/** The mails to a branch about a message of a contractor. */
export const messageAnnounce: JobDefinition<MessageAnnouncePayload> = {
  name: "message.announce",
  schema,
  key: ({ messageId }) => `message.announce:${messageId}`,
  queue: { retryLimit: 8, retryDelay: 1, retryDelayMax: 60, heartbeatSeconds: 10, expireInSeconds: 120 },
  batchSize: 8,
  concurrency: 1,
};
