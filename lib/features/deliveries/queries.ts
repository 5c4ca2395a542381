import type { BranchScope } from "#lib/auth/scope.ts";
import type { Tx } from "#lib/core/db.ts";

/** The branch's mails that no server has taken yet, newest first. */
export async function listUnsentMails(tx: Tx<BranchScope>) {
  return tx.outboxMail.findMany({
    where: { status: { in: ["queued", "failed"] } },
    orderBy: { createdAt: "desc" },
    take: 100,
    select: {
      id: true,
      recipient: true,
      subject: true,
      guaranteeId: true,
      status: true,
      attempts: true,
      lastError: true,
      createdAt: true,
    },
  });
}

/** What the given guarantees are about, of those that are the branch's. */
export async function listSubjects(tx: Tx<BranchScope>, guaranteeIds: readonly string[]) {
  return tx.guarantee.findMany({
    where: { id: { in: [...guaranteeIds] } },
    select: {
      id: true,
      product: true,
      workName: true,
      companyName: true,
      applicationId: true,
      application: { select: { receiptNumber: true } },
    },
  });
}

/** A mail that can be sent again; null when it was sent or is not the branch's. */
export async function findFailedMail(tx: Tx<BranchScope>, id: string) {
  return tx.outboxMail.findFirst({
    where: { id, status: "failed" },
    select: { id: true, guaranteeId: true },
  });
}
