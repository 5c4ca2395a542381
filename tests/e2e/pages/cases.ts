import { randomUUID } from "node:crypto";
import type { Answers } from "./answers.ts";
import type { Application } from "./application-form.ts";

/** Letters that no other run has, since all journeys share a system that may be an older one. */
export function unique(): string {
  return randomUUID().slice(0, 8);
}

/** A mail address that only one journey uses, so that its mail is found with certainty. */
export function uniqueMail(): string {
  return `koji-${unique()}@marumaru.example`;
}

const works: Answers = {
  発注者: "小田原市長",
  "入札・契約方法": "一般競争入札",
  公告日: "2026/4/1",
  請負契約日: "2026/4/3",
  請負金額: "50,000,000",
  "工期（自）": "2026/4/3",
  "工期（至）": "2027/3/31",
  工事場所: "神奈川県小田原市〇〇町地内",
};

const advance: Answers = {
  前払金保証を申し込む: true,
  保証証書の形式: "電子保証（認証キーを含む）",
  前払金保証金額: "20,000,000",
  預託金融機関: "〇〇銀行 ××支店",
  再預託利用区分: "再預託を利用しない",
  前払金保証料支払方法: "一括納付",
  前払金保証料請求先: "〇〇建設 株式会社 本店",
  "保証料計算書（紙）について": "希望しない",
};

const performance: Answers = {
  契約保証を申し込む: true,
  保証証書の形式: "電子保証（認証キーを含む）",
  契約保証金額: "5,000,000",
  契約保証料支払方法: "一括納付",
  契約保証料請求先: "〇〇建設 株式会社 本店",
  "保証料計算書（紙）について": "希望しない",
};

const others: Answers = { 申込送信先: "神奈川支店", 電子保証発行完了のお知らせ: "希望しない" };

/** The leaflet's case under a name of its own, with the changes that a journey needs; without a mail by default. */
export function leafletCase(
  workName: string,
  changes: { works?: Answers; advance?: Answers | null; performance?: Answers | null; others?: Answers } = {},
): Application {
  return {
    請負工事の情報: { ...works, 工事名: workName, ...changes.works },
    ...(changes.advance !== null && { 前払金保証: { ...advance, ...changes.advance } }),
    ...(changes.performance !== null && { 契約保証: { ...performance, ...changes.performance } }),
    その他: { ...others, ...changes.others },
  };
}

/** A small case with one product, for journeys that are about something else. */
export function smallCase(
  workName: string,
  changes: { works?: Answers; advance?: Answers } = {},
): Application {
  return leafletCase(workName, { ...changes, performance: null });
}
