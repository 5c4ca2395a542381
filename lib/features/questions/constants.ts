/** Version of the questions; frozen with every sending. Raise it when a question, its words or its meaning change. */
export const FORM_VERSION = 2;

export const PROCUREMENTS = {
  open: "一般競争入札",
  designated: "指名競争入札",
  negotiated: "随意契約",
} as const;
export const FORMS = { paper: "証書（紙）", electronic: "電子保証（認証キーを含む）" } as const;
export const REDEPOSITS = { no: "再預託を利用しない", yes: "再預託を利用する" } as const;
export const PAYMENTS = { monthly: "一括納付", transfer: "銀行振込" } as const;
export const JV_KINDS = { joint: "甲型（共同施工方式）", split: "乙型（分担施工方式）" } as const;
export const JV_DEPOSITS = { whole: "一括預託", split: "分割預託" } as const;
export const WISHES = { yes: "希望する", no: "希望しない" } as const;

export type Procurement = keyof typeof PROCUREMENTS;
export type Form = keyof typeof FORMS;
export type Redeposit = keyof typeof REDEPOSITS;
export type JvKind = keyof typeof JV_KINDS;
export type JvDeposit = keyof typeof JV_DEPOSITS;
export type Payment = keyof typeof PAYMENTS;
export type Wish = keyof typeof WISHES;

/** Rows of a joint venture's members beside the representative, and of 年度割. */
export const JV_ROWS = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;
export const YEAR_ROWS = [1, 2, 3, 4, 5, 6] as const;
type JvRow = (typeof JV_ROWS)[number];
type YearRow = (typeof YEAR_ROWS)[number];

const yearFields = Object.fromEntries(
  YEAR_ROWS.flatMap((n) => [
    [`year${n}`, `年度割${n}の年度`],
    [`yearYen${n}`, `年度割${n}の出来高予定額`],
  ]),
) as Record<`year${YearRow}` | `yearYen${YearRow}`, string>;

const memberFields = Object.fromEntries(
  JV_ROWS.flatMap((n) => [
    [`jvMember${n}`, `構成員${n}の商号`],
    [`jvShare${n}`, `構成員${n}の割合`],
  ]),
) as Record<`jvMember${JvRow}` | `jvShare${JvRow}`, string>;

/** The questions of the three tabs: field name (also the id of its control) and label. The only place of both. */
export const WORKS_FIELDS = {
  obligee: "発注者",
  workName: "工事名",
  workNumber: "工事番号",
  procurement: "入札・契約方法",
  noticeOn: "公告日",
  nominatedOn: "指名日",
  contractedOn: "請負契約日",
  contractYen: "請負金額",
  worksFrom: "工期（自）",
  worksTo: "工期（至）",
  ...yearFields,
  worksPlace: "工事場所",
  jvName: "JV名",
  jvKind: "JVの方式",
  jvDeposit: "JVの預託方法",
  jvOwnShare: "代表者（当社）の割合",
  ...memberFields,
} as const;

export const ADVANCE_FIELDS = {
  advanceApply: "前払金保証を申し込む",
  advanceForm: "保証証書の形式",
  advanceBaseYen: "今年度対象額",
  advanceExpiresOn: "前払金保証の保証期限",
  advanceYen: "前払金保証金額",
  advanceBank: "預託金融機関",
  advanceRedeposit: "再預託利用区分",
  advancePayment: "前払金保証料支払方法",
  advanceBillTo: "前払金保証料請求先",
  advanceStatement: "保証料計算書（紙）について",
} as const;

export const PERFORMANCE_FIELDS = {
  performanceApply: "契約保証を申し込む",
  performanceForm: "保証証書の形式",
  performanceYen: "契約保証金額",
  performancePayment: "契約保証料支払方法",
  performanceBillTo: "契約保証料請求先",
  performanceStatement: "保証料計算書（紙）について",
} as const;

export const INTERIM_FIELDS = {
  interimApply: "中間前払金保証を申し込む",
  interimHalfPassed: "工期の2分の1を経過しています",
  interimWorkDone: "そこまでに行う予定の作業を終えています",
  interimHalfSpent: "行った作業の経費が、請負金額の2分の1以上です",
  interimAdvanceReceived: "前払金を受け取っています",
  interimNoPartPayment: "部分払を受けていません",
  interimForm: "保証証書の形式",
  interimBaseYen: "中間前払金の今年度対象額",
  interimExpiresOn: "中間前払金保証の保証期限",
  interimReceivedYen: "前払金の額（受領済み）",
  interimYen: "中間前払金保証金額",
  interimBank: "中間前払金の預託金融機関",
  interimRedeposit: "中間前払金の再預託利用区分",
  interimPayment: "中間前払金保証料支払方法",
  interimBillTo: "中間前払金保証料請求先",
  interimStatement: "保証料計算書（紙）について",
} as const;

/** 中間前払金 is paid only where all five hold (docs/domain.md 3.1); each is a box to tick. */
export const INTERIM_CONDITIONS = [
  "interimHalfPassed",
  "interimWorkDone",
  "interimHalfSpent",
  "interimAdvanceReceived",
  "interimNoPartPayment",
] as const satisfies (keyof typeof INTERIM_FIELDS)[];

export const OTHERS_FIELDS = {
  branch: "申込送信先",
  notice: "電子保証発行完了のお知らせ",
  noticeEmail: "メールアドレス",
  contactDepartment: "担当部署",
  contactPosition: "役職",
  contactName: "担当者名",
  contactPhone: "連絡先電話番号",
  messageToBranch: "お客様から弊社への連絡事項",
} as const;

export const FIELDS = {
  ...WORKS_FIELDS,
  ...ADVANCE_FIELDS,
  ...PERFORMANCE_FIELDS,
  ...INTERIM_FIELDS,
  ...OTHERS_FIELDS,
} as const;

export type FieldName = keyof typeof FIELDS;
export type StepSlug = "works" | "products" | "others";

/** The three tabs, in order. */
export const STEPS: readonly { slug: StepSlug; title: string; fields: readonly FieldName[] }[] = [
  { slug: "works", title: "請負工事の情報", fields: Object.keys(WORKS_FIELDS) as FieldName[] },
  {
    slug: "products",
    title: "保証の申込内容",
    fields: [ADVANCE_FIELDS, PERFORMANCE_FIELDS, INTERIM_FIELDS].flatMap(Object.keys) as FieldName[],
  },
  { slug: "others", title: "その他", fields: Object.keys(OTHERS_FIELDS) as FieldName[] },
];

/** 「インフォメーション」 on the leaflet: what 「インフォメーションをクリア」 empties is the whole third tab. */
export function stepOf(field: FieldName): StepSlug {
  return STEPS.find((step) => step.fields.includes(field))?.slug ?? "works";
}

/** Longest text of one line and of the free message, in characters. */
export const MAX_LINE = 200;
export const MAX_MESSAGE = 2000;
