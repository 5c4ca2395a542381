import type { ApplicationStatus } from "#lib/core/generated/prisma/enums.ts";

/** 手続状況 in the words of the screens. */
export const STATUS_LABELS: Record<ApplicationStatus, string> = {
  draft: "下書き",
  submitted: "送信済",
  examining: "審査中",
  returned: "差戻し",
  refused: "謝絶",
  approved: "承認済",
  issuing: "発行処理中",
  issued: "発行済",
  withdrawn: "取下げ",
};

/** The transitions of an application: from which statuses, and to which. Nothing else is possible. */
export const TRANSITIONS = {
  submit: { from: ["draft", "returned"], to: "submitted" },
  withdraw: { from: ["submitted"], to: "withdrawn" },
  beginExamination: { from: ["submitted"], to: "examining" },
  return: { from: ["examining"], to: "returned" },
  decline: { from: ["examining"], to: "refused" },
  approve: { from: ["examining"], to: "approved" },
  orderIssue: { from: ["approved"], to: "issuing" },
  finishIssue: { from: ["issuing"], to: "issued" },
} as const satisfies Record<string, { from: readonly ApplicationStatus[]; to: ApplicationStatus }>;

export type Transition = keyof typeof TRANSITIONS;

/** Whether a transition is possible from a status. */
export function allows(transition: Transition, status: ApplicationStatus): boolean {
  return (TRANSITIONS[transition].from as readonly ApplicationStatus[]).includes(status);
}

/** Whether the contractor may edit the answers. */
export function isEditable(status: ApplicationStatus): boolean {
  return allows("submit", status);
}

/** The tone of the chip: go = in progress, turn = somebody must act, ok, stop, plain. */
export const STATUS_TONES: Record<ApplicationStatus, "plain" | "go" | "turn" | "ok" | "stop"> = {
  draft: "plain",
  submitted: "go",
  examining: "go",
  returned: "turn",
  refused: "stop",
  approved: "ok",
  issuing: "go",
  issued: "ok",
  withdrawn: "plain",
};
