import { z } from "zod";
import { defineJob, ofBranch, overMinutes } from "./definition.ts";

/** Writes the mails to a branch about a contractor's message. */
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
