import { z } from "zod";
import { KINDS, type NoticeKind } from "./constants.ts";

// PERSISTED JSON (notices.data). Old rows must stay readable: add fields with a default, never rename. It contains no
// secret.
export const noticeData = z.object({
  workName: z.string(),
  obligeeTitle: z.string(),
  /** The obligee that looked the guarantee up (小田原市), for that event. */
  obligeeName: z.string().nullable().default(null),
  receiptNumber: z.string().nullable().default(null),
  branchName: z.string().nullable().default(null),
  productName: z.string().nullable().default(null),
  contractNumber: z.string().nullable().default(null),
  /** 保証期限, YYYY-MM-DD, and how many days were left. */
  expiresOn: z.string().nullable().default(null),
  daysLeft: z.number().nullable().default(null),
});

export type NoticeData = z.input<typeof noticeData>;
export type NoticeWords = z.output<typeof noticeData>;

const box = z
  .literal("on")
  .optional()
  .transform((ticked) => ticked === "on");

/** 「設定を保存する」; a checked box posts "on". */
export const settingsForm = z.strictObject(
  Object.fromEntries(KINDS.map((kind) => [kind, box])) as Record<NoticeKind, typeof box>,
);
