import type { NoticeEvent } from "#lib/core/generated/prisma/enums.ts";

/** The kinds of notices that a person can choose to get by mail. */
export type NoticeKind = "received" | "question" | "issued" | "changed" | "viewed" | "expiring";

/**
 * Each kind with its label and its default: what needs an answer goes out by mail, what only reports is just listed.
 */
export const NOTICE_KINDS: Record<NoticeKind, { label: string; help: string; byMail: boolean }> = {
  received: {
    label: "申込の受付",
    help: "申込を支店が受け付けたとき",
    byMail: false,
  },
  question: {
    label: "支店からの連絡",
    help: "支店からのお知らせ、差戻し、謝絶があったときや、認証キーの再発行の依頼が断られたとき",
    byMail: true,
  },
  issued: {
    label: "発行",
    help: "保証証書が発行されたとき（申込で希望した宛先へのお知らせとは別です）",
    byMail: false,
  },
  changed: {
    label: "変更",
    help: "認証キーが再発行されて、以前のものが使えなくなったとき",
    byMail: true,
  },
  viewed: {
    label: "発注者の照会",
    help: "発注者が保証証書をはじめて照会したとき",
    byMail: false,
  },
  expiring: {
    label: "保証期限",
    help: "保証期限の30日前と7日前",
    byMail: true,
  },
};

/** In the order of the settings. */
export const KINDS = Object.keys(NOTICE_KINDS) as NoticeKind[];

/** The setting that applies to each event. */
export const KIND_OF: Record<NoticeEvent, NoticeKind> = {
  application_received: "received",
  message_arrived: "question",
  application_returned: "question",
  application_refused: "question",
  guarantee_issued: "issued",
  key_reissued: "changed",
  key_reissue_declined: "question",
  guarantee_viewed: "viewed",
  guarantee_expiring: "expiring",
};

/**
 * When a company is reminded of a 保証期限: the days before it, and the nearest day for which this reminder still counts (a
 * guarantee of five days gets one mail, not two on one morning).
 */
export const REMINDERS = [
  { days: 7, fromDay: 0 },
  { days: 30, fromDay: 8 },
] as const;
