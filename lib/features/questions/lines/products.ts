import { FORMS, PAYMENTS, REDEPOSITS, WISHES } from "./choices.ts";
import type { Lines } from "./line.ts";

// The products ask much the same, each in words of its own. 中間前払金保証 is stated of the works as they stand on the day:
// a duplicate keeps where the money and the bill go, and nothing else.
const advance = { group: "advance", duplicated: true } as const;
const performance = { group: "performance", duplicated: true } as const;
const interim = { group: "interim", duplicated: false, leftOutAs: "中間前払金保証の内容" } as const;
const condition = { ...interim, kind: "condition", required: "always" } as const;

const apply = { kind: "apply", required: "never" } as const;
const form = {
  label: "保証証書の形式",
  kind: "choice",
  choices: FORMS,
  storedAs: "form",
  required: "always",
  help: "電子保証は、発注者が認証キーで確認する保証証書です。",
  more: "certificate-form",
} as const;
const base = {
  kind: "money",
  storedAs: "baseYen",
  required: "yearly",
  help: "複数年度にわたる工事は、今年度の出来高予定額または支払限度額を入力してください。",
  more: "current-year-amount",
} as const;
const term = {
  kind: "date",
  storedAs: "expiresOn",
  asked: "yearly",
  required: "always",
  help: "年度割のある工事では、申し込む年度の末日です。最後の年度は、工期（至）です。",
} as const;
const amount = { kind: "money", storedAs: "guaranteeYen", required: "always" } as const;
const bank = {
  kind: "bank",
  storedAs: "bank",
  required: "always",
  printed: "certificate",
  duplicated: true,
  fromCompany: "bank",
  more: "deposit-bank",
} as const;
const redeposit = {
  kind: "choice",
  choices: REDEPOSITS,
  storedAs: "redeposit",
  required: "always",
  help: "受け取った前払金を、別の口座や支店に移して預けるかを選んでください。",
  more: "redeposit",
} as const;
const payment = {
  kind: "choice",
  choices: PAYMENTS,
  select: true,
  storedAs: "payment",
  required: "always",
  help: "「一括納付」は、1か月分の保証料をまとめて支払う方法です。",
  more: "premium-payment",
} as const;
const billTo = {
  kind: "text",
  storedAs: "billTo",
  required: "always",
  printed: "paper",
  duplicated: true,
  fromCompany: "billTo",
  help: "保証料の請求書の宛名です。",
  more: "bill-to",
} as const;
const statement = {
  label: "保証料計算書（紙）について",
  kind: "choice",
  choices: WISHES,
  storedAs: "statement",
  required: "always",
  help: "保証料の計算書を、紙でも受け取るかを選んでください。",
  more: "premium-statement",
} as const;

/** Tab 「保証の申込内容」, in the order of the form. */
export const PRODUCT_LINES = {
  advanceApply: { ...advance, ...apply, label: "前払金保証を申し込む" },
  advanceForm: { ...advance, ...form, called: "前払金保証の保証証書の形式" },
  advanceBaseYen: { ...advance, ...base, label: "今年度対象額", duplicated: false },
  advanceExpiresOn: {
    ...advance,
    ...term,
    label: "前払金保証の保証期限",
    duplicated: false,
    leftOutAs: "保証期限",
  },
  advanceYen: {
    ...advance,
    ...amount,
    label: "前払金保証金額",
    help: "発注者に請求する前払金の額を入力してください。",
    more: "advance-amount",
  },
  advanceBank: {
    ...advance,
    ...bank,
    label: "預託金融機関",
    help: "前払金を受け取る銀行と支店の名前を入力してください。漢字、かな、ローマ字、金融機関コードで候補を探せます。",
  },
  advanceRedeposit: { ...advance, ...redeposit, label: "再預託利用区分" },
  advancePayment: { ...advance, ...payment, label: "前払金保証料支払方法" },
  advanceBillTo: { ...advance, ...billTo, label: "前払金保証料請求先" },
  advanceStatement: { ...advance, ...statement, called: "前払金保証の保証料計算書（紙）" },

  performanceApply: { ...performance, ...apply, label: "契約保証を申し込む" },
  performanceForm: { ...performance, ...form, called: "契約保証の保証証書の形式" },
  performanceYen: {
    ...performance,
    ...amount,
    label: "契約保証金額",
    help: "発注者が契約の条件で求める保証の額を入力してください。",
    more: "performance-amount",
  },
  performancePayment: { ...performance, ...payment, label: "契約保証料支払方法" },
  performanceBillTo: { ...performance, ...billTo, label: "契約保証料請求先" },
  performanceStatement: { ...performance, ...statement, called: "契約保証の保証料計算書（紙）" },

  interimApply: { ...interim, ...apply, label: "中間前払金保証を申し込む" },
  // 中間前払金 is paid only where all five hold (docs/domain.md 3.1); each is a box to tick.
  interimHalfPassed: { ...condition, label: "工期の2分の1を経過しています" },
  interimWorkDone: { ...condition, label: "そこまでに行う予定の作業を終えています" },
  interimHalfSpent: { ...condition, label: "行った作業の経費が、請負金額の2分の1以上です" },
  interimAdvanceReceived: { ...condition, label: "前払金を受け取っています" },
  interimNoPartPayment: { ...condition, label: "部分払を受けていません" },
  interimForm: { ...interim, ...form, called: "中間前払金保証の保証証書の形式" },
  interimBaseYen: { ...interim, ...base, label: "中間前払金の今年度対象額" },
  interimExpiresOn: { ...interim, ...term, label: "中間前払金保証の保証期限" },
  interimReceivedYen: {
    ...interim,
    label: "前払金の額（受領済み）",
    kind: "money",
    storedAs: "receivedYen",
    asked: "advanceBefore",
    required: "always",
    help: "この工事で受け取った前払金の額です。",
  },
  interimYen: {
    ...interim,
    ...amount,
    label: "中間前払金保証金額",
    help: "発注者に請求する中間前払金の額を入力してください。",
    more: "interim",
  },
  interimBank: {
    ...interim,
    ...bank,
    label: "中間前払金の預託金融機関",
    help: "中間前払金を受け取る銀行と支店の名前を入力してください。漢字、かな、ローマ字、金融機関コードで候補を探せます。",
  },
  interimRedeposit: { ...interim, ...redeposit, label: "中間前払金の再預託利用区分" },
  interimPayment: { ...interim, ...payment, label: "中間前払金保証料支払方法" },
  interimBillTo: { ...interim, ...billTo, label: "中間前払金保証料請求先" },
  interimStatement: { ...interim, ...statement, called: "中間前払金保証の保証料計算書（紙）" },
} as const satisfies Lines;
