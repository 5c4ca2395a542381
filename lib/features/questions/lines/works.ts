import { JV_DEPOSITS, JV_KINDS, PROCUREMENTS } from "./choices.ts";
import type { Lines } from "./line.ts";

const works = { group: "works", duplicated: true } as const;
const ofThen = { group: "works", duplicated: false } as const;
const years = { group: "years", required: "always", duplicated: false, leftOutAs: "年度割" } as const;
const jv = { group: "jv", required: "always", duplicated: true, more: "joint-venture" } as const;
const members = { group: "members", required: "always", duplicated: true } as const;

const period = "請負契約書（案）の工期です。例：2026/4/10、R8.4.10";

/** Tab 「請負工事の情報」, in the order of the form. */
export const WORKS_LINES = {
  obligee: {
    ...works,
    label: "発注者",
    kind: "record",
    of: "obligees",
    storedAs: "obligeeId",
    required: "always",
    help: "工事を注文した市や町の長を選んでください。",
    more: "obligee",
  },
  workName: {
    ...works,
    label: "工事名",
    kind: "text",
    required: "always",
    printed: "certificate",
    help: "請負契約書（案）のとおりに入力してください。",
  },
  workNumber: { ...ofThen, label: "工事番号", kind: "text", width: 14, required: "never", printed: "paper" },
  procurement: {
    ...works,
    label: "入札・契約方法",
    kind: "choice",
    choices: PROCUREMENTS,
    required: "always",
    help: "公告や指名の通知に書かれています。",
    more: "procurement",
  },
  noticeOn: {
    ...ofThen,
    label: "公告日",
    kind: "date",
    asked: "competitive",
    required: "always",
    help: "工事を公告（公表）した日を入力してください。例：2026/4/10、R8.4.10",
    more: "notice-date",
  },
  nominatedOn: {
    ...ofThen,
    label: "指名日",
    kind: "date",
    asked: "negotiated",
    required: "always",
    help: "指名を受けた日を入力してください。例：2026/4/10、R8.4.10",
    more: "notice-date",
  },
  contractedOn: {
    ...ofThen,
    label: "請負契約日",
    kind: "date",
    required: "never",
    help: "まだ契約していないときは、入力しないでください。",
    more: "contract-date",
  },
  contractYen: {
    ...works,
    label: "請負金額",
    kind: "money",
    required: "always",
    sum: "contractYen",
    help: "請負契約書（案）の金額を入力してください。",
    more: "typing",
  },
  worksFrom: {
    ...ofThen,
    label: "工期（自）",
    kind: "date",
    required: "always",
    help: period,
    more: "typing",
  },
  worksTo: { ...ofThen, label: "工期（至）", kind: "date", required: "always", help: period, more: "typing" },
  "year#": { ...years, label: "年度割#の年度", kind: "year", storedAs: "fiscalYear" },
  "yearYen#": {
    ...years,
    label: "年度割#の出来高予定額",
    kind: "money",
    storedAs: "plannedYen",
    sum: "contractYen",
    aside: "出来高予定額",
  },
  worksPlace: { ...works, label: "工事場所", kind: "text", required: "never", printed: "paper" },
  jvName: {
    ...works,
    label: "JV名",
    kind: "text",
    required: "never",
    printed: "certificate",
    help: "共同企業体で請け負うときに入力してください。",
    more: "joint-venture",
  },
  jvKind: {
    ...jv,
    label: "JVの方式",
    kind: "choice",
    choices: JV_KINDS,
    storedAs: "kind",
    help: "共同企業体の協定書に書かれています。",
  },
  jvDeposit: {
    ...jv,
    label: "JVの預託方法",
    kind: "choice",
    choices: JV_DEPOSITS,
    storedAs: "deposit",
    help: "前払金を代表者の口座にまとめて預けるか、構成員ごとに分けて預けるかを選んでください。分割預託では、各構成員の預託金融機関を「お客様から弊社への連絡事項」に入力してください。",
  },
  jvOwnShare: {
    group: "jv",
    label: "代表者（当社）の割合",
    kind: "share",
    storedAs: "ownShare",
    required: "always",
    duplicated: true,
    sum: "shares",
  },
  "jvMember#": {
    ...members,
    label: "構成員#の商号",
    kind: "text",
    width: 18,
    storedAs: "name",
    printed: "certificate",
  },
  "jvShare#": {
    ...members,
    label: "構成員#の割合",
    kind: "share",
    storedAs: "share",
    sum: "shares",
    aside: "割合",
  },
} as const satisfies Lines;
