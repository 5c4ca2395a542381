import type { RawDraft } from "#lib/features/questions/types.ts";
import { kanagawa, odawara } from "#prisma/seed/masters.ts";

// Answers of applications, by the names of their fields: for factories, and for journeys that do not type them.

/** The leaflet's case: 小田原市長, 道路改良工事, 50,000,000, 前払 20,000,000 = 40.0 %, 契約 5,000,000 = 10.0 %. */
export const leafletCase: RawDraft = {
  obligee: odawara.id,
  workName: "道路改良工事",
  procurement: "open",
  noticeOn: "2026/4/1",
  contractedOn: "2026/4/3",
  contractYen: "50,000,000",
  worksFrom: "2026/4/3",
  worksTo: "2027/3/31",
  worksPlace: "神奈川県小田原市〇〇町地内",
  advanceApply: "on",
  advanceForm: "electronic",
  advanceYen: "20,000,000",
  advanceBank: "〇〇銀行 ××支店",
  advanceRedeposit: "no",
  advancePayment: "monthly",
  advanceBillTo: "〇〇建設 株式会社",
  advanceStatement: "no",
  performanceApply: "on",
  performanceForm: "electronic",
  performanceYen: "5,000,000",
  performancePayment: "monthly",
  performanceBillTo: "〇〇建設 株式会社",
  performanceStatement: "no",
  branch: kanagawa.id,
  notice: "yes",
  noticeEmail: "koji@marumaru.example",
  contactDepartment: "工事部",
  contactPhone: "0465-00-0000",
};

/** What makes a case one of 中間前払金保証 alone. */
export const interimOnly: RawDraft = {
  advanceApply: "",
  performanceApply: "",
  interimApply: "on",
  interimHalfPassed: "on",
  interimWorkDone: "on",
  interimHalfSpent: "on",
  interimAdvanceReceived: "on",
  interimNoPartPayment: "on",
  interimForm: "electronic",
  interimReceivedYen: "20,000,000",
  interimYen: "10,000,000",
  interimBank: "〇〇銀行 ××支店",
  interimRedeposit: "no",
  interimPayment: "monthly",
  interimBillTo: "〇〇建設 株式会社",
  interimStatement: "no",
};

/** 中間前払金保証 alone, for the leaflet's works: 10,000,000 = 20.0 %, with 20,000,000 received before 60.0 %. */
export const interimCase: RawDraft = { ...leafletCase, ...interimOnly };

/** A joint venture of three, the company of the application first: 60 %, 30 % and 10 %. */
export const jointVenture: RawDraft = {
  jvName: "〇〇・△△・□□特定建設工事共同企業体",
  jvKind: "joint",
  jvDeposit: "whole",
  jvOwnShare: "60",
  jvMember1: "△△土木 株式会社",
  jvShare1: "30",
  jvMember2: "□□組 株式会社",
  jvShare2: "10",
};

/** Works over two fiscal years, applied for in the first: 12,000,000 = 40.0 % of its 30,000,000, until its end. */
export const twoYears: RawDraft = {
  worksTo: "2028/3/10",
  year1: "令和8年度",
  yearYen1: "30,000,000",
  year2: "令和9年度",
  yearYen2: "20,000,000",
  advanceBaseYen: "30,000,000",
  advanceExpiresOn: "2027/3/31",
  advanceYen: "12,000,000",
};
