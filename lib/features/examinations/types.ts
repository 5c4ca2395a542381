import type { AttachmentItem } from "#lib/features/attachments/types.ts";
import type { TimelineLine } from "#lib/features/audit/types.ts";
import type { Lookups } from "#lib/features/guarantees/types.ts";
import type { Conversation } from "#lib/features/messages/types.ts";
import type { OpenReissue } from "#lib/features/reissues/types.ts";

/** Another application of the branch, as the check for duplicates compares it. */
export type SimilarApplication = {
  id: string;
  receiptNumber: string;
  companyName: string;
  products: string[];
  /** As last sent. */
  workName: string;
  workNumber: string | null;
};

/** One line of 点検の結果; `cases` are applications to open beside it. */
export type CheckResult = {
  title: string;
  passed: boolean;
  reason: string;
  cases?: { id: string; receiptNumber: string; companyName: string }[];
};

/** The actions that this person may take now, with the sentence above the button. */
export type CaseActions =
  | { kind: "begin"; why: string }
  | { kind: "examine"; approve: { allowed: boolean; why: string } }
  | { kind: "issue"; premium: string; needsReceipt: boolean }
  | { kind: "wait"; title: string; why: string };

/** A guarantee of the case, in words; null where the issuing job has not got that far. */
export type CaseGuarantee = {
  id: string;
  /** The newest version. */
  certificateVersion: number | null;
  productName: string;
  formName: string;
  contractNumber: string | null;
  guaranteeYen: bigint;
  issuedAt: string | null;
  /** failed: the job gave up, and waits for 「もう一度実行する」. */
  state: "issuing" | "issued" | "failed";
  /** The obligee's lookups; null on paper. */
  lookups: Lookups | null;
  /** The contractor's waiting request for a new key. */
  reissue: OpenReissue | null;
};

/** One row of the queue, in words. */
export type QueueItem = {
  id: string;
  receiptNumber: string;
  companyName: string;
  obligeeTitle: string;
  workName: string;
  productNames: string[];
  guaranteedYen: bigint;
  submittedAt: string;
  /** In the queue: the contractor has written something that nobody in the branch has read. */
  unread?: boolean;
  status: StatusWord;
};

export type StatusWord = { label: string; tone: "plain" | "go" | "turn" | "ok" | "stop" };

/** Everything that the page of a case shows. */
export type CaseModel = {
  id: string;
  version: number;
  receiptNumber: string;
  workName: string;
  companyName: string;
  obligeeTitle: string;
  status: StatusWord;
  amounts: { label: string; yen: bigint }[];
  guaranteedYen: bigint;
  approvalLimitYen: bigint;
  examinerName: string | null;
  approverName: string | null;
  /** Why it was returned or declined. */
  decision: { title: string; reason: string } | null;
  issuing: boolean;
  checks: CheckResult[];
  guarantees: CaseGuarantee[];
  /** As last sent. */
  attachments: AttachmentItem[];
  /** 経過, newest first. */
  timeline: TimelineLine[];
  conversation: Conversation;
  actions: CaseActions;
};
