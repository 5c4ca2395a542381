import { accountLetter } from "./account-letter.ts";
import { attachmentScan } from "./attachment-scan.ts";
import type { JobDefinition, JobPayload } from "./definition.ts";
import { guaranteeIssue } from "./guarantee-issue.ts";
import { keyNotice } from "./key-notice.ts";
import { mailSend } from "./mail-send.ts";
import { messageAnnounce } from "./message-announce.ts";
import { noticeRemind } from "./notice-remind.ts";
import { noticeSend } from "./notice-send.ts";

/** Every job there is; the queue is installed and the worker started from this list. */
export const definitions: readonly JobDefinition<JobPayload & Record<string, string>>[] = [
  guaranteeIssue as unknown as JobDefinition<JobPayload & Record<string, string>>,
  accountLetter as unknown as JobDefinition<JobPayload & Record<string, string>>,
  keyNotice as unknown as JobDefinition<JobPayload & Record<string, string>>,
  mailSend as unknown as JobDefinition<JobPayload & Record<string, string>>,
  messageAnnounce as unknown as JobDefinition<JobPayload & Record<string, string>>,
  noticeRemind as unknown as JobDefinition<JobPayload & Record<string, string>>,
  noticeSend as unknown as JobDefinition<JobPayload & Record<string, string>>,
  attachmentScan as unknown as JobDefinition<JobPayload & Record<string, string>>,
];
