import type { BranchScope } from "#lib/auth/scope.ts";

/** What approval needs: the sum of the guarantees, the branch's limit and who examined. */
export type ApprovalCase = { guaranteedYen: bigint; approvalLimitYen: bigint; examinerId: string | null };

/** Whether four eyes are needed: above the limit. Up to and including it, one person may do everything. */
export function needsFourEyes({ guaranteedYen, approvalLimitYen }: ApprovalCase): boolean {
  return guaranteedYen > approvalLimitYen;
}

/**
 * Whether this person may approve: anyone of the branch up to the limit, above it an approver who did not examine it.
 */
export function mayApprove(scope: BranchScope, application: ApprovalCase): boolean {
  if (!needsFourEyes(application)) return true;
  return scope.approver && scope.actorId !== null && scope.actorId !== application.examinerId;
}
