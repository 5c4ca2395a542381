import { z } from "zod";
import { defineJob, ofBranch, overHours } from "./definition.ts";

/** Sends one mail to one recipient. */
export const mailSend = defineJob({
  name: "mail.send",
  title: "お知らせメールの送信",
  payload: ofBranch({ mailId: z.uuid() }),
  identity: ({ mailId }) => mailId,
  about: ({ mailId }) => ({ record: "mail", id: mailId }),
  attempts: overHours,
  // With a single batch of eight, a mail server that hung on one recipient for 20 s held up everybody's mail.
  batchSize: 2,
  concurrency: 6,
});
