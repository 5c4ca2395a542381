import { formatInstant, formatWareki } from "#lib/core/calendar.ts";
import type { NoticeEvent } from "#lib/core/generated/prisma/enums.ts";
import { CONVERSATION_ANCHOR, paths } from "#lib/core/paths.ts";
import type { NoticeMail } from "#lib/mail/templates/notice.ts";
import { KINDS, NOTICE_KINDS } from "./constants.ts";
import type { listNoticeSettings, NoticeRow } from "./queries.ts";
import type { NoticeWords } from "./schema.ts";
import type { NoticeChoice, NoticeItem } from "./types.ts";

type Words = {
  /** Its title in the list. */
  title: (data: NoticeWords) => string;
  subject: (data: NoticeWords) => string;
  paragraphs: (data: NoticeWords) => string[];
  action: string;
  /** Whether it leads to the guarantee; else to the application. */
  guarantee?: true;
  /** The part of the application's page. */
  place?: string;
};

const office = ({ branchName }: NoticeWords) => branchName ?? "支店";
const about = ({ receiptNumber, contractNumber }: NoticeWords) =>
  contractNumber ? `保証契約番号 ${contractNumber}` : `受付番号 ${receiptNumber ?? ""}`;
/** 小田原市長 signs, but it is 小田原市 that looks guarantees up. */
const obligee = ({ obligeeName, obligeeTitle }: NoticeWords) => obligeeName ?? obligeeTitle;

const words: Record<NoticeEvent, Words> = {
  application_received: {
    title: (data) => `${office(data)}が申込を受け付けました`,
    subject: (data) => `保証申込の受付のお知らせ（${about(data)}）`,
    paragraphs: (data) => [
      `${office(data)}が申込を受け付けました。`,
      "審査の結果は、保証デスクでお知らせします。",
    ],
    action: "申込の状況を確認する",
  },
  message_arrived: {
    title: (data) => `${office(data)}からお知らせがあります`,
    subject: (data) => `保証申込についてのお知らせ（${about(data)}）`,
    paragraphs: (data) => [
      `${office(data)}から、申込についてお知らせがあります。保証デスクで内容をご確認ください。`,
    ],
    action: "お知らせを確認する",
    place: `#${CONVERSATION_ANCHOR}`,
  },
  application_returned: {
    title: (data) => `${office(data)}が申込を差し戻しました`,
    subject: (data) => `保証申込の差戻しのお知らせ（${about(data)}）`,
    paragraphs: (data) => [
      `${office(data)}が申込を差し戻しました。保証デスクで理由をご確認ください。`,
      "修正して送信すると、同じ受付番号で受け付けます。",
    ],
    action: "理由を確認する",
  },
  application_refused: {
    title: (data) => `${office(data)}が申込を謝絶しました`,
    subject: (data) => `保証申込の審査結果のお知らせ（${about(data)}）`,
    paragraphs: (data) => [`${office(data)}の審査が終わりました。保証デスクで結果をご確認ください。`],
    action: "結果を確認する",
  },
  guarantee_issued: {
    title: ({ productName }) => `${productName ?? "保証"}の保証証書を発行しました`,
    subject: (data) => `保証証書の発行のお知らせ（${about(data)}）`,
    paragraphs: () => ["保証証書を発行しました。保証デスクで内容をご確認ください。"],
    action: "保証契約を確認する",
    guarantee: true,
  },
  key_reissued: {
    title: (data) => `${office(data)}が認証キーを再発行しました`,
    subject: (data) => `認証キーの再発行のお知らせ（${about(data)}）`,
    paragraphs: () => [
      "認証キーを再発行しました。以前の認証キーは、使えません。",
      "保証デスクで新しい認証キーのお知らせ（PDF）を保存して、発注者にご提出ください。認証キーは、このメールには記載していません。",
    ],
    action: "新しい認証キーを確認する",
    guarantee: true,
  },
  key_reissue_declined: {
    title: (data) => `${office(data)}が認証キーの再発行の依頼を断りました`,
    subject: (data) => `認証キーの再発行についてのお知らせ（${about(data)}）`,
    paragraphs: () => ["認証キーは再発行されていません。保証デスクで理由をご確認ください。"],
    action: "理由を確認する",
    guarantee: true,
  },
  guarantee_viewed: {
    title: (data) => `${obligee(data)}が照会しました`,
    subject: (data) => `発注者の照会のお知らせ（${about(data)}）`,
    paragraphs: (data) => [`${obligee(data)}が保証確認サービスで保証証書を照会しました。`],
    action: "保証契約を確認する",
    guarantee: true,
  },
  guarantee_expiring: {
    title: ({ productName, daysLeft }) => `${productName ?? "保証"}の保証期限まで、${left(daysLeft)}です`,
    subject: (data) => `保証期限のお知らせ（${left(data.daysLeft)}、${about(data)}）`,
    paragraphs: ({ daysLeft }) => [
      `保証契約の保証期限が近づいています（${left(daysLeft)}）。`,
      "工期を変更するときは、期限までに支店へご連絡ください。",
    ],
    action: "保証契約を確認する",
    guarantee: true,
  },
};

function left(days: number | null): string {
  return days === 0 ? "本日まで" : `あと${days ?? 0}日`;
}

type Place = { event: NoticeEvent; applicationId: string; guaranteeId: string | null };

function hrefOf({ event, applicationId, guaranteeId }: Place): string {
  const { guarantee, place = "" } = words[event];
  if (guarantee && guaranteeId !== null) return paths.guarantee(guaranteeId);
  return `${paths.application(applicationId)}${place}`;
}

/** A notice of the list in words. */
export function presentNotice(row: NoticeRow): NoticeItem {
  const { id, event, data, unread, noticedAt } = row;
  return {
    id,
    title: words[event].title(data),
    workName: data.workName,
    about: `${data.obligeeTitle}　${about(data)}`,
    when: formatInstant(noticedAt),
    unread,
    href: hrefOf(row),
  };
}

/** A person's choices, by kind. */
export function presentSettings(rows: Awaited<ReturnType<typeof listNoticeSettings>>): NoticeChoice[] {
  const chosen = new Map(rows.map(({ kind, byMail }) => [kind, byMail]));
  return KINDS.map((kind) => {
    const { label, help, byMail } = NOTICE_KINDS[kind];
    return { kind, label, help, byMail: chosen.get(kind) ?? byMail };
  });
}

type Sender = Pick<NoticeMail, "guarantorName" | "branch" | "addressee"> & { appUrl: string };

/** A notice worded as a mail. */
export function presentNoticeMail(
  notice: Place & { data: NoticeWords },
  { appUrl, ...sender }: Sender,
): NoticeMail {
  const { data, event } = notice;
  const { subject, paragraphs, action } = words[event];
  const facts = [
    ["受付番号", data.receiptNumber],
    ["保証契約番号", data.contractNumber],
    ["商品名", data.productName],
    ["保証期限", data.expiresOn && formatWareki(data.expiresOn)],
    ["工事名", data.workName],
    ["発注者", data.obligeeTitle],
  ] as const;
  return {
    ...sender,
    subject: subject(data),
    paragraphs: paragraphs(data),
    facts: facts.flatMap(([label, value]) => (value ? [{ label, value }] : [])),
    action: { label: action, url: `${appUrl}${hrefOf(notice)}` },
    settingsUrl: `${appUrl}${paths.noticeSettings()}`,
  };
}
