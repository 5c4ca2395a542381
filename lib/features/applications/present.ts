import { formatInstant } from "#lib/core/calendar.ts";
import type { ApplicationStatus } from "#lib/core/generated/prisma/enums.ts";
import { chosenId, chosenOf, type PageQuery, searchedText } from "#lib/core/pages.ts";
import { presentBranches } from "#lib/features/branches/present.ts";
import { isReceiving, receptionDay } from "#lib/features/branches/rules.ts";
import type { BranchChoice } from "#lib/features/branches/types.ts";
import { PRODUCTS } from "#lib/features/products/constants.ts";
import type { Answers, SummarySection } from "#lib/features/questions/types.ts";
import { APPLICATION_SORTS } from "./constants.ts";
import { allows, isEditable, STATUS_LABELS, STATUS_TONES } from "./status.ts";
import type { ApplicationItem, ApplicationListItem, ApplicationListQuery } from "./types.ts";

type Submission = { answers: Answers; summary: SummarySection[]; submittedAt: Date };

/** What was sent last, and the branch that has it; `sent: false` before the first submission. */
export function presentSent(
  application: ApplicationListItem & { branchId: string | null },
  submission: Submission | null,
  branches: readonly BranchChoice[],
) {
  const { receiptNumber, branchId } = application;
  if (!submission || receiptNumber === null) return { sent: false as const };
  const { others, products: applied } = submission.answers;
  return {
    sent: true as const,
    status: application.status,
    electronic: Object.values(applied).some((product) => product?.form === "electronic"),
    receiptNumber,
    item: presentItem(application),
    submittedAt: formatInstant(submission.submittedAt),
    // Outside the hours of reception, people would wait for an answer that nobody can give yet.
    examinedOn: isReceiving(submission.submittedAt) ? null : receptionDay(submission.submittedAt),
    sections: submission.summary,
    noticeEmail: others.notice === "yes" ? others.noticeEmail : null,
    branch: presentBranches(branches).find(({ id }) => id === branchId),
  };
}

/** Why it is too late to withdraw, in the contractor's words. */
export function presentLateness(status: ApplicationStatus): string {
  if (allows("withdraw", status))
    return "この申込は、この画面を開いたあとに送信し直されています。まだ取り下げていません。";
  const now = `現在の手続状況は「${STATUS_LABELS[status]}」です。`;
  return status === "examining"
    ? `支店が先に審査を始めたため、取り下げられません。${now}`
    : `支店の手続が進んでいるため、取り下げられません。${now}`;
}

const products: Readonly<Record<string, { name: string }>> = PRODUCTS;

/** Reads the query of a list's URL; unknown and empty values are ignored. */
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

/** A line of the list's CSV, in the order of its columns. */
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
