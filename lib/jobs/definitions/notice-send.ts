import { z } from "zod";
import { type JobDefinition, payload } from "./definition.ts";

const schema = payload.extend({ noticeId: z.uuid() });
export type NoticeSendPayload = z.infer<typeof schema>;

/** The mails about one notice: to the people of the company who want this kind by mail. */
export const noticeSend: JobDefinition<NoticeSendPayload> = {
  name: "notice.send",
  schema,
  key: ({ noticeId }) => `notice.send:${noticeId}`,
  queue: { retryLimit: 8, retryDelay: 1, retryDelayMax: 60, heartbeatSeconds: 10, expireInSeconds: 120 },
  batchSize: 8,
  concurrency: 1,
};
