import { formatInstant } from "#lib/core/calendar.ts";
import { yenText } from "#lib/core/codecs.ts";
import { formatYen } from "#lib/core/money.ts";
import { FORM_NAMES, PRODUCTS } from "#lib/features/products/constants.ts";
import { guaranteeIssue } from "#lib/jobs/definitions/guarantee-issue.ts";
import type { AuditLine } from "./queries.ts";
import type { AuditCatalogue, AuditEventName } from "./schema.ts";
import type { TimelineLine } from "./types.ts";

/** `now`: what is happening because of it, shown until the next event. */
type Sentence = { title: string; text?: string; now?: string };

/** The names of the obligees by the office that signs (小田原市長 -> 小田原市). */
type ObligeeNames = ReadonlyMap<string, string>;

type Names = { branch: string; obligees: ObligeeNames };

/** The reader: the company whose application it is, or the branch that has it. */
type Reader = "contractor" | "branch";

/** One event in the words of each reader; a reader without words does not see it. */
type Entry<Data> = {
  /** Who caused it; what the platform did names nobody. */
  by: Reader | "obligee" | "platform";
} & { [R in Reader]?: (data: Data, names: Names) => Sentence };

/** Events that concern an application or its guarantees; those of accounts, people and companies are on no timeline. */
type ShownEvent = Exclude<
  AuditEventName,
  | `account.${string}`
  | `person.${string}`
  | `company.${string}`
  | "verification.failed"
  | "verification.throttled"
>;

/** 前払金保証　35075-00000M: the number's last letter says the product. */
function withProduct(contractNumber: string): string {
  const product = Object.values(PRODUCTS).find(({ letter }) => contractNumber.endsWith(letter));
  return product ? `${product.name}　${contractNumber}` : contractNumber;
}

const productNames: Readonly<Record<string, { name: string }>> = PRODUCTS;

const looked: Entry<AuditCatalogue["verification.confirmed"]>["branch"] = (
  { contractNumber, obligeeName },
  { obligees },
) => ({ title: `${obligees.get(obligeeName) ?? obligeeName}が照会しました`, text: contractNumber });

// Null: covered by a neighbouring line (a number by its issue) or by the conversation, or of no later interest.
const entries: { [E in ShownEvent]: Entry<AuditCatalogue[E]> | null } = {
  "application.created": { by: "contractor", branch: () => ({ title: "申込の作成" }) },
  "application.copied": null,
  "application.draft_deleted": null,
  "application.draft_restored": null,
  "application.submitted": {
    by: "contractor",
    contractor: ({ revision, branchName }) => ({
      title: revision > 1 ? "修正して送信" : "送信",
      text: `${branchName}へ送信しました。`,
    }),
    branch: ({ revision }) => ({ title: revision > 1 ? `再送信の受付（${revision}回目）` : "受付" }),
  },
  "application.withdrawn": {
    by: "contractor",
    contractor: () => ({ title: "取下げ" }),
    branch: () => ({ title: "取下げ" }),
  },
  "application.examination_started": {
    by: "branch",
    contractor: (_, { branch }) => ({ title: "審査の開始", now: `${branch}が審査しています。` }),
    branch: () => ({ title: "審査の開始" }),
  },
  "application.returned": {
    by: "branch",
    contractor: ({ reason }) => ({ title: "差戻し", text: reason }),
    branch: ({ reason }) => ({ title: "差戻し", text: reason }),
  },
  "application.refused": {
    by: "branch",
    contractor: ({ reason }) => ({ title: "謝絶", text: reason }),
    branch: ({ reason }) => ({ title: "謝絶", text: reason }),
  },
  "application.approved": {
    by: "branch",
    contractor: () => ({ title: "承認", now: "発行の準備をしています。" }),
    branch: ({ guaranteedYen, fourEyes }) => ({
      title: "承認",
      text: `保証金額の合計 ${formatYen(yenText.decode(guaranteedYen))}${fourEyes ? "（審査した人とは別の承認者）" : ""}`,
    }),
  },
  "application.issue_ordered": {
    by: "branch",
    contractor: () => ({ title: "発行の処理", now: "保証証書を作成しています。" }),
    branch: ({ products, premiumReceived }) => ({
      title: "発行の指示",
      text: `${products.map((product) => productNames[product]?.name ?? product).join("、")}${premiumReceived ? "（保証料の受領を確認済み）" : ""}`,
    }),
  },
  "message.sent": null,
  "guarantee.numbered": null,
  "guarantee.issued": {
    by: "branch",
    contractor: ({ contractNumber }) => ({ title: "発行", text: withProduct(contractNumber) }),
    branch: ({ contractNumber, form }) => ({
      title: "発行済",
      text: `${contractNumber}　${FORM_NAMES[form]}`,
    }),
  },
  "guarantee.key_shown": {
    by: "contractor",
    branch: ({ contractNumber }) => ({ title: "受注者が認証キーを表示", text: contractNumber }),
  },
  "guarantee.key_notice_taken": {
    by: "contractor",
    contractor: ({ contractNumber }) => ({
      title: "認証キーのお知らせ（PDF）を取得",
      text: contractNumber,
    }),
    branch: ({ contractNumber }) => ({ title: "受注者がお知らせのPDFを取得", text: contractNumber }),
  },
  "guarantee.handed_over": {
    by: "contractor",
    contractor: ({ contractNumber }) => ({ title: "発注者へ提出", text: contractNumber }),
    branch: ({ contractNumber }) => ({ title: "受注者が発注者へ提出", text: contractNumber }),
  },
  "guarantee.key_reissue_requested": {
    by: "contractor",
    contractor: ({ reason }) => ({ title: "認証キーの再発行を依頼", text: reason }),
    branch: ({ contractNumber, reason }) => ({
      title: "受注者が認証キーの再発行を依頼",
      text: `${contractNumber}　${reason}`,
    }),
  },
  "guarantee.key_reissued": {
    by: "branch",
    contractor: ({ contractNumber }) => ({
      title: "認証キーの再発行",
      text: `${contractNumber}　以前の認証キーは使えません。`,
    }),
    branch: ({ contractNumber }) => ({ title: "認証キーの再発行", text: contractNumber }),
  },
  "guarantee.key_reissue_declined": {
    by: "branch",
    contractor: ({ reason }) => ({ title: "認証キーの再発行の依頼は断られました", text: reason }),
    branch: ({ contractNumber, reason }) => ({
      title: "認証キーの再発行の依頼を断る",
      text: `${contractNumber}　${reason}`,
    }),
  },
  // The title names the obligee's office already; its people are never named.
  "verification.confirmed": { by: "obligee", contractor: looked, branch: looked },
  "attachment.added": null,
  "attachment.refused": null,
  "attachment.removed": null,
  "attachment.restored": null,
  "attachment.taken": { by: "branch", branch: () => ({ title: "添付書類を取得" }) },
  "attachment.infected": {
    by: "platform",
    contractor: () => ({
      title: "添付書類からウイルスを検出",
      text: "支店では開けません。安全なファイルを用意して、支店へご連絡ください。",
    }),
    branch: ({ signature }) => ({ title: "添付書類からウイルスを検出", text: signature }),
  },
  "mail.retried": { by: "branch", branch: () => ({ title: "お知らせメールの再送信" }) },
  "job.retried": {
    by: "branch",
    branch: ({ jobKey }) => ({
      title: jobKey.startsWith(guaranteeIssue.name) ? "発行の再実行" : "処理の再実行",
    }),
  },
};

const table: { [E in AuditEventName]?: Entry<AuditCatalogue[E]> | null } = entries;

function sentenceOf(reader: Reader, { event, data }: AuditLine, names: Names): Sentence | undefined {
  const say: ((data: never, names: Names) => Sentence) | undefined = table[event]?.[reader];
  return say?.(data as never, names);
}

/** The sentences of the lines, each with the person and the time; `now` is shown on the last line only. */
function linesFor(
  reader: Reader,
  events: readonly AuditLine[],
  names: Names,
  nameOf: (by: Entry<never>["by"], actorName: string) => string | null,
): TimelineLine[] {
  const lines = events.flatMap((line, index) => {
    const sentence = sentenceOf(reader, line, names);
    const by = table[line.event]?.by;
    if (!sentence || !by) return [];
    const { title, text = null, now } = sentence;
    const key = `${index}-${line.event}`;
    return [{ key, title, text, now, when: formatInstant(line.at), who: nameOf(by, line.actorName) }];
  });
  return lines.map(({ now, ...line }, index) =>
    now && index === lines.length - 1 ? { ...line, text: now } : line,
  );
}

/**
 * 経過 of an application for its contractor, oldest first. It names the company's own people, and others only by their
 * office.
 */
export function presentTimeline(events: readonly AuditLine[], names: Names): TimelineLine[] {
  return linesFor("contractor", events, names, (by, actorName) => {
    if (by === "contractor") return actorName;
    return by === "branch" ? names.branch : null;
  });
}

/**
 * 経過 of an application for its branch, newest first. It names everybody, the contractor's people with their company.
 */
export function presentCaseTimeline(
  events: readonly AuditLine[],
  companyName: string,
  obligees: ObligeeNames,
): TimelineLine[] {
  return linesFor("branch", events, { branch: "", obligees }, (by, actorName) => {
    if (by === "obligee") return null;
    return by === "contractor" ? `${companyName}　${actorName}` : actorName;
  }).reverse();
}

/** The title of an event on the branch's timeline; null when it is not shown there. */
export function titleOfEvent(line: AuditLine): string | null {
  return sentenceOf("branch", line, { branch: "", obligees: new Map() })?.title ?? null;
}
