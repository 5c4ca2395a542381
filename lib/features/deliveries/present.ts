import { attachmentScan } from "#lib/jobs/definitions/attachment-scan.ts";
import { guaranteeIssue } from "#lib/jobs/definitions/guarantee-issue.ts";
import { keyNotice } from "#lib/jobs/definitions/key-notice.ts";
import { messageAnnounce } from "#lib/jobs/definitions/message-announce.ts";
import { noticeSend } from "#lib/jobs/definitions/notice-send.ts";
import type { Failure } from "./types.ts";

/** The jobs that the branch starts again by hand, by queue: their names, and the record that each is about. Mails have a list of their own. */
const JOBS: Record<string, { title: string; recordOf: (payload: unknown) => string }> = {
  [guaranteeIssue.name]: {
    title: "保証契約の発行",
    recordOf: (payload) => guaranteeIssue.schema.parse(payload).guaranteeId,
  },
  [keyNotice.name]: {
    title: "新しい認証キーのお知らせ",
    recordOf: (payload) => keyNotice.schema.parse(payload).guaranteeId,
  },
  [noticeSend.name]: {
    title: "お客様へのお知らせメールの作成",
    recordOf: (payload) => noticeSend.schema.parse(payload).noticeId,
  },
  [messageAnnounce.name]: {
    title: "支店へのお知らせメールの作成",
    recordOf: (payload) => messageAnnounce.schema.parse(payload).messageId,
  },
  [attachmentScan.name]: {
    title: "添付書類のウイルス検査",
    recordOf: (payload) => attachmentScan.schema.parse(payload).attachmentId,
  },
};

/** What a job that gave up was doing, and on which record; undefined for what the branch does not start by hand. */
export function describeJob({
  queue,
  payload,
}: {
  queue: string;
  payload: unknown;
}): { title: string; recordId: string } | undefined {
  const job = JOBS[queue];
  return job && { title: job.title, recordId: job.recordOf(payload) };
}

/**
 * A mail server's answer or a network's error in words for the branch (RFC 5321, 4.2.3; RFC 3463); the answer itself is
 * kept beside it, since the people of the other server ask for it.
 */
export function explainMailFailure(reason: string): Failure {
  return { sentence: mailSentence(reason), record: reason };
}

function mailSentence(reason: string): string {
  if (
    /ECONN|ENOTFOUND|ETIMEDOUT|ESOCKET|EDNS|EAI_AGAIN|Greeting never received|timed? ?out|closed/i.test(
      reason,
    )
  )
    return "メールサーバーに接続できませんでした。";
  const [code] = /\b[45]\d\d\b/.exec(reason) ?? [];
  if (code === "552" || code === "452") return "宛先の受信箱に空きがありません。";
  if (code === "550" || code === "551" || code === "553")
    return "宛先のメールアドレスが受け付けられませんでした。お客様に確認してください。";
  if (code?.startsWith("4")) return "宛先のメールサーバーが、一時的に受け付けていません。";
  if (code?.startsWith("5")) return "宛先のメールサーバーが、受け付けを断りました。";
  return "メールを送信できませんでした。";
}

/** Why a job gave up: a sentence that the job wrote for people stands as it is, anything else beneath a general one. */
export function explainJobFailure(reason: string): Failure {
  if (/[ぁ-ん].*。$/.test(reason)) return { sentence: reason, record: null };
  return {
    sentence: "処理が途中で止まりました。続く場合は、管理者へ記録の内容をお知らせください。",
    record: reason,
  };
}
