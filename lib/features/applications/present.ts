import { formatInstant } from "#lib/core/calendar.ts";
import { chosenId, chosenOf, type PageQuery, searchedText } from "#lib/core/pages.ts";
import type { AuditLine } from "#lib/features/audit/queries.ts";
import type { AuditCatalogue, AuditEventName } from "#lib/features/audit/schema.ts";
import { presentBranches } from "#lib/features/branches/present.ts";
import { isReceiving, receptionDay } from "#lib/features/branches/rules.ts";
import type { BranchChoice } from "#lib/features/branches/types.ts";
import { PRODUCTS } from "#lib/features/products/constants.ts";
import { fromStored } from "#lib/features/questions/present.ts";
import type { SummarySection } from "#lib/features/questions/types.ts";
import { APPLICATION_SORTS } from "./constants.ts";
import type { listSendings } from "./queries.ts";
import { isEditable, STATUS_LABELS, STATUS_TONES } from "./status.ts";
import type { ApplicationItem, ApplicationListItem, ApplicationListQuery, LifeLine } from "./types.ts";

type Submission = { answers: unknown; summary: SummarySection[]; submittedAt: Date };

/** What was sent last, with the branch that has it; `sent: false` while nothing was. */
export function presentSent(
  application: ApplicationListItem & { branchId: string | null },
  submission: Submission | null,
  branches: readonly BranchChoice[],
) {
  const { receiptNumber, branchId } = application;
  if (!submission || receiptNumber === null) return { sent: false as const };
  const { others, products: applied } = fromStored(submission.answers);
  return {
    sent: true as const,
    status: application.status,
    electronic: Object.values(applied).some((product) => product?.form === "electronic"),
    receiptNumber,
    item: presentItem(application),
    submittedAt: formatInstant(submission.submittedAt),
    // Outside of the hours of reception, somebody would wait for an answer that nobody can give yet.
    examinedOn: isReceiving(submission.submittedAt) ? null : receptionDay(submission.submittedAt),
    sections: submission.summary,
    noticeEmail: others.notice === "yes" ? others.noticeEmail : null,
    branch: presentBranches(branches).find(({ id }) => id === branchId),
  };
}

/**
 * 「お客様から弊社への連絡事項」 as it went with the sendings, for the talk with the branch, oldest first. One that went
 * unchanged with a correction is told once, at its first time: what was answered since stands behind it.
 */
export function presentRemarks(sendings: Awaited<ReturnType<typeof listSendings>>) {
  const remarks: { body: string; officeName: string; sentAt: Date }[] = [];
  for (const { answers, applicant, submittedAt } of sendings) {
    const body = fromStored(answers).others.messageToBranch;
    if (body !== null && body !== remarks.at(-1)?.body)
      remarks.push({ body, officeName: applicant.name, sentAt: submittedAt });
  }
  return remarks;
}

const products: Readonly<Record<string, { name: string }>> = PRODUCTS;

/** What a list is asked for in its URL; what is unknown or empty counts as not said. */
export function readApplicationQuery(query: PageQuery): ApplicationListQuery {
  return {
    q: searchedText(query.q),
    obligee: chosenId(query.obligee),
    product: chosenOf(query.product, PRODUCTS),
    status: chosenOf(query.status, STATUS_LABELS),
    sort: chosenOf(query.sort, APPLICATION_SORTS),
  };
}

/** A row of the contractor's list in words. */
export function presentItem(row: ApplicationListItem): ApplicationItem {
  return {
    id: row.id,
    workName: row.workName,
    obligeeTitle: row.obligeeTitle,
    productNames: row.products.map((product) => products[product]?.name ?? product),
    guaranteedYen: row.guaranteedYen,
    receiptNumber: row.receiptNumber,
    submittedAt: row.submittedAt && formatInstant(row.submittedAt),
    savedAt: formatInstant(row.savedAt),
    editable: isEditable(row.status),
    returnedFor: row.status === "returned" ? (row.decisionReason ?? "") : null,
    refusedFor: row.status === "refused" ? (row.decisionReason ?? "") : null,
    withdrawn: row.status === "withdrawn",
    status: { label: STATUS_LABELS[row.status], tone: STATUS_TONES[row.status] },
  };
}

/** A line of the list's CSV, in the order of its head. */
export function presentCsv(row: ApplicationListItem): string[] {
  const { receiptNumber, productNames, submittedAt, savedAt, status } = presentItem(row);
  return [
    receiptNumber ?? "",
    status.label,
    row.obligeeTitle,
    row.workName,
    productNames.join("、"),
    productNames.length > 0 ? String(row.guaranteedYen) : "",
    submittedAt ?? "",
    savedAt,
  ];
}

/** `now`: what goes on because of it, told until the next thing happens. */
type Told = { title: string; text?: string; now?: string };
/** The offices of an application's life by name: its branch, and the obligees by the title that signs (小田原市長 -> 小田原市). */
export type LifeNames = { branch: string; obligees: ReadonlyMap<string, string> };
type Words = { [E in AuditEventName]?: (data: AuditCatalogue[E], names: LifeNames) => Told };

/** 前払金保証　35075-00000M: the number's last letter says the product. */
function withProduct(contractNumber: string): string {
  const product = Object.values(PRODUCTS).find(({ letter }) => contractNumber.endsWith(letter));
  return product ? `${product.name}　${contractNumber}` : contractNumber;
}

// The contractor is told of the office, never of the person at it; its own people by name. What is left out is told by a
// neighbouring line or by the talk.
const words: Words = {
  "application.submitted": ({ revision, branchName }) => ({
    title: revision > 1 ? "修正して送信" : "送信",
    text: `${branchName}へ送信しました。`,
  }),
  "application.withdrawn": () => ({ title: "取下げ" }),
  "application.examination_started": (_, { branch }) => ({
    title: "審査の開始",
    now: `${branch}が審査しています。`,
  }),
  "application.returned": ({ reason }) => ({ title: "差戻し", text: reason }),
  "application.refused": ({ reason }) => ({ title: "謝絶", text: reason }),
  "application.approved": () => ({ title: "承認", now: "発行の準備をしています。" }),
  "application.issue_ordered": () => ({ title: "発行の処理", now: "保証証書を作成しています。" }),
  "attachment.infected": () => ({
    title: "添付書類からウイルスを検出",
    text: "支店では開けません。安全なファイルを用意して、支店へご連絡ください。",
  }),
  "guarantee.issued": ({ contractNumber }) => ({ title: "発行", text: withProduct(contractNumber) }),
  "guarantee.key_notice_taken": ({ contractNumber }) => ({
    title: "認証キーのお知らせ（PDF）を取得",
    text: contractNumber,
  }),
  "guarantee.key_reissue_requested": ({ reason }) => ({ title: "認証キーの再発行を依頼", text: reason }),
  "guarantee.key_reissued": ({ contractNumber }) => ({
    title: "認証キーの再発行",
    text: `${contractNumber}　以前の認証キーは使えません。`,
  }),
  "guarantee.key_reissue_declined": ({ reason }) => ({
    title: "認証キーの再発行の依頼は断られました",
    text: reason,
  }),
  "guarantee.handed_over": ({ contractNumber }) => ({ title: "発注者へ提出", text: contractNumber }),
  "verification.confirmed": ({ contractNumber, obligeeName }, { obligees }) => ({
    title: `${obligees.get(obligeeName) ?? obligeeName}が照会しました`,
    text: contractNumber,
  }),
};

const byContractor: ReadonlySet<AuditEventName> = new Set([
  "application.submitted",
  "application.withdrawn",
  "guarantee.key_notice_taken",
  "guarantee.key_reissue_requested",
  "guarantee.handed_over",
]);

/** Who did it, in the contractor's eyes; the title of a look-up says it already, and a virus is found by nobody. */
function whoOf({ event, actorName }: AuditLine, { branch }: LifeNames): { who?: string } {
  if (event === "verification.confirmed" || event === "attachment.infected") return {};
  return { who: byContractor.has(event) ? actorName : branch };
}

/** The life of an application as the contractor is told it, oldest first. */
export function presentLife(events: readonly AuditLine[], names: LifeNames): LifeLine[] {
  const lines = events.flatMap((line, index) => {
    const { event, at, data } = line;
    const tell: ((data: never, names: LifeNames) => Told) | undefined = words[event];
    if (!tell) return [];
    const told = tell(data as never, names);
    return [{ key: `${index}-${event}`, when: formatInstant(at), ...whoOf(line, names), ...told }];
  });
  return lines.map(({ now, ...line }, index) =>
    now && index === lines.length - 1 ? { ...line, text: now } : line,
  );
}
