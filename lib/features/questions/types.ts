import type {
  FieldName,
  Form,
  JvDeposit,
  JvKind,
  Payment,
  Procurement,
  Redeposit,
  StepSlug,
  Wish,
} from "./constants.ts";

/** What was typed, per field, valid or not. */
export type RawDraft = Partial<Record<FieldName, string>>;

/** A mistake at a field, in the words shown at the field and in the error summary. */
export type FieldError = { field: FieldName; message: string };

/** What is told while typing; `refused` when it will be a mistake once checked, else a hint. */
export type Warning = FieldError & { refused: boolean };

/** A joint venture with this company as its representative; shares in hundredths of a percent, 10,000 in all. */
export type JointVenture = {
  kind: JvKind;
  deposit: JvDeposit;
  ownShare: number;
  members: { name: string; share: number }[];
};

/** 年度割: what is planned to be built in a fiscal year. */
export type PlannedYear = { fiscalYear: number; plannedYen: bigint };

export type Works = {
  obligeeId: string;
  workName: string;
  workNumber: string | null;
  procurement: Procurement;
  /** 公告日, with competitive procurement. */
  noticeOn: string | null;
  /** 指名日, with a negotiated contract. */
  nominatedOn: string | null;
  contractedOn: string | null;
  contractYen: bigint;
  worksFrom: string;
  worksTo: string;
  /** 年度割 of works over several years, in order; none for the rest. */
  years: PlannedYear[];
  worksPlace: string | null;
  jvName: string | null;
  /** Null when JV名 stands alone. */
  jv: JointVenture | null;
};

export type Advance = {
  form: Form;
  /** 今年度対象額: the base of the percentage when given, else 請負金額 is (docs/domain.md 3.2). */
  baseYen: bigint | null;
  /** 保証期限 with 年度割: the end of the year that is applied for. Null: 工期（至）. */
  expiresOn: string | null;
  guaranteeYen: bigint;
  bank: string;
  redeposit: Redeposit;
  payment: Payment;
  billTo: string;
  statement: Wish;
};

export type Performance = {
  form: Form;
  guaranteeYen: bigint;
  payment: Payment;
  billTo: string;
  statement: Wish;
};

/** 中間前払金保証; its five conditions all hold, else there is no answer. */
export type Interim = {
  form: Form;
  /** The base of the percentages when given, and 保証期限 with 年度割, as with the advance. */
  baseYen: bigint | null;
  expiresOn: string | null;
  /** The 前払金 received before; null when this very application carries 前払金保証. */
  receivedYen: bigint | null;
  guaranteeYen: bigint;
  bank: string;
  redeposit: Redeposit;
  payment: Payment;
  billTo: string;
  statement: Wish;
};

export type Others = {
  branchId: string;
  notice: Wish;
  noticeEmail: string | null;
  contactDepartment: string | null;
  contactPosition: string | null;
  contactName: string | null;
  contactPhone: string | null;
  messageToBranch: string | null;
};

export type Answers = {
  works: Works;
  products: { advance: Advance | null; performance: Performance | null; interim: Interim | null };
  others: Others;
};

/** One line of the summary: the question and the answer in words; no lines = 未入力. PERSISTED with each sending. */
export type SummaryRow = { field: FieldName; label: string; lines: string[]; aside?: string };
export type SummarySection = {
  step: StepSlug;
  title: string;
  groups: { title: string | null; rows: SummaryRow[] }[];
};

/** An obligee with the rule in effect, as the form and the rules need it (dates YYYY-MM-DD). */
export type ObligeeChoice = {
  id: string;
  name: string;
  title: string;
  rule: ObligeeConditions;
};

type ObligeeConditions = {
  version: number;
  acceptsElectronic: boolean;
  noticeOnOrAfter: string | null;
  nominationOnOrAfter: string | null;
  advanceCapPercent: number;
  performanceMinPercent: number;
  /** 中間前払金, and 前払金 and 中間前払金 together, at most, of the base. */
  interimCapPercent: number;
  advancesCapPercent: number;
  demoPercentages: boolean;
  /** Where the start rule stands written: its citation. */
  source: string;
};

/** What the answers are checked against. */
export type Context = {
  obligees: ObligeeChoice[];
  branches: { id: string; name: string; tel: string; hours: string }[];
};
