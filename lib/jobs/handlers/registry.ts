import type { JobName, PayloadOf } from "../definitions/registry.ts";
import type { StepRunner } from "../steps.ts";
import { sendAccountLetter } from "./account-letter.ts";
import { scanAttachmentJob } from "./attachment-scan.ts";
import { sweepAttachmentsJob } from "./attachment-sweep.ts";
import { issueGuaranteeJob } from "./guarantee-issue.ts";
import { keyNoticeJob } from "./key-notice.ts";
import { sendMailJob } from "./mail-send.ts";
import { announceMessageJob } from "./message-announce.ts";
import { remindOfExpiryJob } from "./notice-remind.ts";
import { sendNoticeJob } from "./notice-send.ts";

/** A handler of named steps, each safe to repeat. It throws to be retried. */
type Handler<P> = (payload: P, run: StepRunner, attempt: { attempt: number; last: boolean }) => Promise<void>;

/** The handler of each job; a job without one does not compile. Only the worker imports this. */
export const handlers: { readonly [N in JobName]: Handler<PayloadOf<N>> } = {
  "account.letter": sendAccountLetter,
  "attachment.scan": scanAttachmentJob,
  "attachment.sweep": sweepAttachmentsJob,
  "guarantee.issue": issueGuaranteeJob,
  "key.notice": keyNoticeJob,
  "mail.send": sendMailJob,
  "message.announce": announceMessageJob,
  "notice.remind": remindOfExpiryJob,
  "notice.send": sendNoticeJob,
};
