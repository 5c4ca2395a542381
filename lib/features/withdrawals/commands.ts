import type { ContractorScope } from "#lib/auth/scope.ts";
import { inScope } from "#lib/core/db.ts";
import { type Refused, refused } from "#lib/core/result.ts";
import { findDraft } from "#lib/features/applications/queries.ts";
import { allows, STATUS_LABELS, TRANSITIONS } from "#lib/features/applications/status.ts";
import { recordAudit } from "#lib/features/audit/commands.ts";

type Asked = { id: string; version: number };

/**
 * 「申込を取り下げる」: takes a sent application back before the branch begins to examine it; the end of this application.
 * The branch may begin at the same moment: one guarded write wins, the other person is told. A second click finds it
 * withdrawn and gets the same answer.
 */
export async function withdrawApplication(
  scope: ContractorScope,
  { id, version }: Asked,
): Promise<{ id: string } | Refused<"not_found" | "too_late">> {
  return inScope(scope, async (tx) => {
    const before = await findDraft(tx, id);
    if (!before || before.receiptNumber === null) return refused("not_found");
    const { count } = await tx.application.updateMany({
      where: { id, version, status: { in: [...TRANSITIONS.withdraw.from] } },
      data: { status: TRANSITIONS.withdraw.to, version: version + 1 },
    });
    if (count === 0) {
      const after = await findDraft(tx, id);
      if (after?.status === TRANSITIONS.withdraw.to) return { id };
      return refused("too_late", after ? presentLateness(after.status) : undefined);
    }
    const { receiptNumber, branchId } = before;
    await recordAudit(tx, scope, "application.withdrawn", { applicationId: id, branchId }, { receiptNumber });
    return { id };
  });
}

type Status = NonNullable<Awaited<ReturnType<typeof findDraft>>>["status"];

/** Why it is too late, in words for the contractor. */
function presentLateness(status: Status): string {
  if (allows("withdraw", status))
    return "この申込は、この画面を開いたあとに送信し直されています。まだ取り下げていません。";
  const now = `現在の手続状況は「${STATUS_LABELS[status]}」です。`;
  return status === "examining"
    ? `支店が先に審査を始めたため、取り下げられません。${now}`
    : `支店の手続が進んでいるため、取り下げられません。${now}`;
}
