import { formatInstant } from "#lib/core/calendar.ts";
import type { ApplicationStatus } from "#lib/core/generated/prisma/enums.ts";
import { formatYen } from "#lib/core/money.ts";
import { STATUS_LABELS, STATUS_TONES } from "#lib/features/applications/status.ts";
import type { AuditLine } from "#lib/features/audit/queries.ts";
import type { AuditCatalogue, AuditEventName } from "#lib/features/audit/schema.ts";
import { FORM_NAMES, PRODUCTS } from "#lib/features/products/constants.ts";
import type { StatusWord, TrailLine } from "./types.ts";

/** 手続状況 as word and tone. */
export function presentStatus(status: ApplicationStatus): StatusWord {
  return { label: STATUS_LABELS[status], tone: STATUS_TONES[status] };
}

/** The name of a product as stored with an application. */
export function productName(product: string): string {
  return Object.hasOwn(PRODUCTS, product) ? PRODUCTS[product as keyof typeof PRODUCTS].name : product;
}

type Told = { title: string; text?: string };
type Words = { [E in AuditEventName]?: (data: AuditCatalogue[E]) => Told };

// What is left out concerns no application, or is told by a later line (a number, by its issue).
const words: Words = {
  "application.created": () => ({ title: "申込の作成" }),
  "application.submitted": ({ revision }) => ({
    title: revision > 1 ? `再送信の受付（${revision}回目）` : "受付",
  }),
  "application.examination_started": () => ({ title: "審査の開始" }),
  "application.returned": ({ reason }) => ({ title: "差戻し", text: reason }),
  "application.refused": ({ reason }) => ({ title: "謝絶", text: reason }),
  "application.approved": ({ guaranteedYen, fourEyes }) => ({
    title: "承認",
    text: `保証金額の合計 ${formatYen(BigInt(guaranteedYen))}${fourEyes ? "（審査した人とは別の承認者）" : ""}`,
  }),
  "application.issue_ordered": ({ products, premiumReceived }) => ({
    title: "発行の指示",
    text: `${products.map(productName).join("、")}${premiumReceived ? "（保証料の受領を確認済み）" : ""}`,
  }),
  "guarantee.issued": ({ contractNumber, form }) => ({
    title: "発行済",
    text: `${contractNumber}（${FORM_NAMES[form]}）`,
  }),
  "guarantee.key_shown": ({ contractNumber }) => ({ title: "受注者が認証キーを表示", text: contractNumber }),
  "guarantee.key_notice_taken": ({ contractNumber }) => ({
    title: "受注者がお知らせのPDFを取得",
    text: contractNumber,
  }),
  "verification.confirmed": ({ contractNumber }) => ({ title: "発注者が確認", text: contractNumber }),
  "mail.retried": () => ({ title: "お知らせメールの再送信" }),
  "job.retried": () => ({ title: "発行の再実行" }),
};

function tell<E extends AuditEventName>(event: E, data: unknown): Told | undefined {
  return words[event]?.(data as AuditCatalogue[E]);
}

/** 経過, newest first; lines that say nothing to the branch are left out. */
export function presentTrail(lines: readonly AuditLine[]): TrailLine[] {
  return lines
    .flatMap(({ event, at, actorName, data }) => {
      const told = tell(event, data);
      return told
        ? [{ title: told.title, who: actorName, when: formatInstant(at), text: told.text ?? null }]
        : [];
    })
    .reverse();
}

/** Who was faster, for the person whose act came too late: the last event and the status now. */
export function presentOvertaking(status: ApplicationStatus, last: AuditLine | null): string {
  const told = last && tell(last.event, last.data);
  const before = told ? `${formatInstant(last.at)} ${last.actorName}：${told.title}。` : "";
  return `${before}現在の手続状況は「${STATUS_LABELS[status]}」です。`;
}
