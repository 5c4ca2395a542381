import { z } from "zod";
import { defineJob, ofBranch, overMinutes } from "./definition.ts";

/** Writes the mails about one notice to the people of the company who want its kind by mail. */
export const noticeSend = defineJob({
  name: "notice.send",
  title: "お客様へのお知らせメールの作成",
  payload: ofBranch({ noticeId: z.uuid() }),
  identity: ({ noticeId }) => noticeId,
  about: ({ noticeId }) => ({ record: "notice", id: noticeId }),
  attempts: overMinutes,
  batchSize: 8,
  concurrency: 1,
});
