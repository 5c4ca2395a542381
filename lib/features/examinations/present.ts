import type { BranchScope } from "#lib/auth/scope.ts";
import { formatInstant } from "#lib/core/calendar.ts";
import type { ApplicationStatus } from "#lib/core/generated/prisma/enums.ts";
import { STATUS_LABELS, STATUS_TONES } from "#lib/features/applications/status.ts";
import type { ApplicationListItem } from "#lib/features/applications/types.ts";
import type { AuditLine } from "#lib/features/audit/queries.ts";
import { titleOfEvent } from "#lib/features/audit/timeline.ts";
import { PRODUCTS } from "#lib/features/products/constants.ts";
import { QUESTIONS } from "#lib/features/questions/constants.ts";
import { guaranteesOf } from "#lib/features/questions/rules.ts";
import type { Answers, SummarySection } from "#lib/features/questions/types.ts";
import { type ApprovalCase, mayApprove, needsFourEyes } from "./policy.ts";
import type { CaseActions, CaseModel, QueueItem, StatusWord } from "./types.ts";

/** 手続状況 as a word and a tone. */
export function presentStatus(status: ApplicationStatus): StatusWord {
  return { label: STATUS_LABELS[status], tone: STATUS_TONES[status] };
}

/** The name of a product as stored with an application. */
export function productName(product: string): string {
  return Object.hasOwn(PRODUCTS, product) ? PRODUCTS[product as keyof typeof PRODUCTS].name : product;
}

/** A row of the queue in words. */
export function presentQueueItem(row: ApplicationListItem): QueueItem {
  return {
    id: row.id,
    receiptNumber: row.receiptNumber ?? "",
    companyName: row.companyName,
    obligeeTitle: row.obligeeTitle,
    workName: row.workName,
    productNames: row.products.map(productName),
    guaranteedYen: row.guaranteedYen,
    submittedAt: row.submittedAt ? formatInstant(row.submittedAt) : "",
    status: presentStatus(row.status),
  };
}

/** The reason that the contractor reads, while the application is returned or declined. */
export function presentDecision(status: ApplicationStatus, reason: string | null): CaseModel["decision"] {
  if (reason === null || (status !== "returned" && status !== "refused")) return null;
  return { title: status === "returned" ? "差戻しの理由" : "謝絶の理由", reason };
}

/** The answers as the branch reads them: products that are not applied for take one line. */
export function presentAnswers(sections: readonly SummarySection[]): SummarySection[] {
  return sections.map((section) => {
    // A product that is applied for has more questions after the first.
    const unasked = section.groups.filter(
      ({ rows: [row, next] }) => row && QUESTIONS[row.field]?.kind === "apply" && !next,
    );
    const [first] = unasked.flatMap(({ rows }) => rows);
    if (!first) return section;
    const names = unasked.map(({ title }) => title).join("、");
    return {
      ...section,
      groups: [
        ...section.groups.filter((group) => !unasked.includes(group)),
        { title: "", rows: [{ ...first, label: "申込なし", lines: [names] }] },
      ],
    };
  });
}

type Acting = ApprovalCase & { status: ApplicationStatus; answers: Answers };

/** What a person of the branch may do now. The sentence says why or why not, which the button alone would not. */
export function presentActions(scope: BranchScope, application: Acting): CaseActions {
  if (application.status === "submitted")
    return { kind: "begin", why: "開始すると、審査した人として記録されます。" };
  if (application.status === "examining")
    return { kind: "examine", approve: presentApproval(scope, application) };
  if (application.status === "approved") return presentIssue(application.answers);
  const [title, why] = waits[application.status];
  return { kind: "wait", title, why };
}

const waits: Record<Exclude<ApplicationStatus, "submitted" | "examining" | "approved">, [string, string]> = {
  draft: ["下書き", "まだ送信されていません。"],
  returned: ["修正を待っています", "受注者が修正して送信すると、同じ受付番号でここに届きます。"],
  refused: ["手続は終わりました", "謝絶した申込には、できる操作がありません。"],
  issuing: ["発行の処理をしています", "保証契約番号と保証証書を作っています。ほかの画面に移っても続きます。"],
  issued: ["発行済です", "この申込の審査と発行は終わっています。"],
  withdrawn: ["手続は終わりました", "受注者が取り下げた申込には、できる操作がありません。"],
};

/** An issuing job gave up, and the case waits for 「もう一度実行する」. */
export const stoppedIssue: CaseActions = {
  kind: "wait",
  title: "発行が途中で止まっています",
  why: "「発行の状況」から、もう一度実行できます。",
};

function presentApproval(scope: BranchScope, application: Acting): { allowed: boolean; why: string } {
  if (!needsFourEyes(application))
    return { allowed: true, why: "支店の限度額以下のため、審査した人も承認できます。" };
  const rule = "支店の限度額を超えるため、審査した人とは別の承認者が承認します。";
  if (mayApprove(scope, application)) return { allowed: true, why: rule };
  const now =
    scope.actorId === application.examinerId
      ? "あなたが審査した申込です。別の承認者が承認するまでお待ちください。"
      : "承認者が承認するまでお待ちください。";
  return { allowed: false, why: rule + now };
}

function presentIssue({ products }: Answers): CaseActions {
  const byTransfer = guaranteesOf(products).some(({ payment }) => payment === "transfer");
  return {
    kind: "issue",
    needsReceipt: byTransfer,
    premium: byTransfer ? "銀行振込の保証料があります。受領を確認してください。" : "保証料は一括納付です。",
  };
}

/** Who was faster, for the person whose action came too late: the last event and the present status. */
export function presentLatestEvent(status: ApplicationStatus, last: AuditLine | null): string {
  const title = last && titleOfEvent(last);
  const before = title ? `${formatInstant(last.at)} ${last.actorName}：${title}。` : "";
  return `${before}現在の手続状況は「${STATUS_LABELS[status]}」です。`;
}
