import { z } from "zod";
import { defineJob, ofBranch, overMinutes } from "./definition.ts";

/** The mails to a branch about a message of a contractor. */
export const messageAnnounce = defineJob({
  name: "message.announce",
  title: "支店へのお知らせメールの作成",
  payload: ofBranch({ messageId: z.uuid() }),
  identity: ({ messageId }) => messageId,
  about: ({ messageId }) => ({ record: "message", id: messageId }),
  attempts: overMinutes,
  batchSize: 8,
  concurrency: 1,
});
