import type { BranchScope } from "#lib/auth/scope.ts";
import type { Tx } from "#lib/core/db.ts";

const newestKey = { select: { version: true }, orderBy: { version: "desc" }, take: 1 } as const;

/**
 * The branch's mails that no server has taken yet, newest first. One with the notice of a key that was issued anew since
 * is left out: it opens nothing any more, and is not sent.
 */
export async function listUnsentMails(tx: Tx<BranchScope>) {
  const mails = await tx.outboxMail.findMany({
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
      attachment: { select: { kind: true, version: true, guarantee: { select: { keys: newestKey } } } },
    },
  });
  return mails.filter(
    ({ attachment }) =>
      attachment?.kind !== "key_notice" || attachment.version === attachment.guarantee.keys[0]?.version,
  );
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
    where: { id, status: { not: "sent" } },
    select: { id: true, guaranteeId: true },
  });
}
