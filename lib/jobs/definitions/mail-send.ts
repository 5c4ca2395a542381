import { z } from "zod";
import { defineJob, ofBranch, overHours } from "./definition.ts";

/** One mail to one recipient. */
export const mailSend = defineJob({
  name: "mail.send",
  title: "お知らせメールの送信",
  payload: ofBranch({ mailId: z.uuid() }),
  identity: ({ mailId }) => mailId,
  about: ({ mailId }) => ({ record: "mail", id: mailId }),
  attempts: overHours,
  // A mail server that hangs on one recipient for 20 s held up everybody's mail when there was one batch of eight.
  batchSize: 2,
  concurrency: 6,
});
