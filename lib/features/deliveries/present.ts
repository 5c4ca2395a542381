import { formatInstant } from "#lib/core/calendar.ts";
import type { JobSubject } from "#lib/jobs/definitions/definition.ts";
import type { FailedJobItem } from "#lib/jobs/failures.ts";
import type { DeliverySubject, Failure, StoppedJob } from "./types.ts";

/** What a mail is about, worded like the title of a job. */
export function guaranteeOf({ guaranteeId }: { guaranteeId: string | null }): JobSubject {
  return guaranteeId === null ? null : { record: "guarantee", id: guaranteeId };
}

/**
 * A mail server's answer or a network error in the branch's words (RFC 5321, 4.2.3; RFC 3463). The original is kept
 * beside it, since the administrators of that server will ask for it.
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

/**
 * Why a job gave up: a sentence that the job wrote for people is shown as it is; anything else gets a general sentence.
 */
export function explainJobFailure(reason: string): Failure {
  if (/[ぁ-ん].*。$/.test(reason)) return { sentence: reason, record: null };
  return {
    sentence: "処理が途中で止まりました。続く場合は、記録の内容をシステムの担当者へお知らせください。",
    record: reason,
  };
}

/** A job that gave up, for the list of those, with what the branch finds it by. */
export function presentStopped(
  { jobKey, title, reason, failedAt }: FailedJobItem,
  subject: DeliverySubject | null,
): StoppedJob {
  return { jobKey, title, subject, failure: explainJobFailure(reason), failedAt: formatInstant(failedAt) };
}
