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

const about = {
  id: true,
  application: { select: { id: true, receiptNumber: true, workName: true, companyName: true } },
} as const;

/** What the given guarantees, notices, messages and attachments are about, of those that are the branch's. */
export async function listSubjects(tx: Tx<BranchScope>, ids: readonly string[]) {
  if (ids.length === 0) return [];
  const where = { id: { in: [...ids] } };
  const guarantees = await tx.guarantee.findMany({ where, select: { ...about, product: true } });
  const others = [
    ...(await tx.notice.findMany({ where, select: about })),
    ...(await tx.message.findMany({ where, select: about })),
    ...(await tx.attachment.findMany({ where, select: about })),
  ];
  return [...guarantees, ...others.map((found) => ({ ...found, product: null }))];
}

/** A mail that can be sent again; null when it was sent or is not the branch's. */
export async function findFailedMail(tx: Tx<BranchScope>, id: string) {
  return tx.outboxMail.findFirst({
    where: { id, status: "failed" },
    select: { id: true, guaranteeId: true },
  });
}
