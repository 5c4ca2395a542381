import { accountLetter } from "../definitions/account-letter.ts";
import { attachmentScan } from "../definitions/attachment-scan.ts";
import { guaranteeIssue } from "../definitions/guarantee-issue.ts";
import { keyNotice } from "../definitions/key-notice.ts";
import { mailSend } from "../definitions/mail-send.ts";
import { messageAnnounce } from "../definitions/message-announce.ts";
import { noticeRemind } from "../definitions/notice-remind.ts";
import { noticeSend } from "../definitions/notice-send.ts";
import type { StepRunner } from "../steps.ts";
import { sendAccountLetter } from "./account-letter.ts";
import { scanAttachmentJob } from "./attachment-scan.ts";
import { issueGuaranteeJob } from "./guarantee-issue.ts";
import { keyNoticeJob } from "./key-notice.ts";
import { sendMailJob } from "./mail-send.ts";
import { announceMessageJob } from "./message-announce.ts";
import { remindOfExpiryJob } from "./notice-remind.ts";
import { sendNoticeJob } from "./notice-send.ts";

export { PermanentFailure } from "./failure.ts";

/** A handler: named steps, each safe to repeat. It throws to be tried again. */
export type Handler = (
  payload: unknown,
  run: StepRunner,
  attempt: { attempt: number; last: boolean },
) => Promise<void>;

/** Job name -> handler. Only the worker imports this. */
export const handlers: Readonly<Record<string, Handler>> = {
  [guaranteeIssue.name]: (payload, run) => issueGuaranteeJob(guaranteeIssue.schema.parse(payload), run),
  [accountLetter.name]: (payload) => sendAccountLetter(accountLetter.schema.parse(payload)),
  [attachmentScan.name]: (payload) => scanAttachmentJob(attachmentScan.schema.parse(payload)),
  [keyNotice.name]: (payload, run) => keyNoticeJob(keyNotice.schema.parse(payload), run),
  [mailSend.name]: (payload, run, attempt) => sendMailJob(mailSend.schema.parse(payload), run, attempt),
  [messageAnnounce.name]: (payload, run) => announceMessageJob(messageAnnounce.schema.parse(payload), run),
  [noticeRemind.name]: (payload) => remindOfExpiryJob(noticeRemind.schema.parse(payload)),
  [noticeSend.name]: (payload, run) => sendNoticeJob(noticeSend.schema.parse(payload), run),
};
