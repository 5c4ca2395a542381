import { z } from "zod";
import { type JobDefinition, payload } from "./definition.ts";

const schema = payload.extend({ mailId: z.uuid() });
export type MailSendPayload = z.infer<typeof schema>;

/** One mail to one recipient: twelve tries over about four hours, as mail servers expect (greylisting, full boxes). */
export const mailSend: JobDefinition<MailSendPayload> = {
  name: "mail.send",
  schema,
  key: ({ mailId }) => `mail.send:${mailId}`,
  queue: { retryLimit: 12, retryDelay: 5, retryDelayMax: 1800, heartbeatSeconds: 10, expireInSeconds: 120 },
  // A mail server that hangs on one recipient for 20 s held up everybody's mail when there was one batch of eight.
  batchSize: 2,
  concurrency: 6,
};
