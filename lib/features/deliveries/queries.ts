import "server-only";
import type { AdminScope, BranchScope } from "#lib/auth/scope.ts";
import type { Tx } from "#lib/core/db.ts";
import type { JobSubject } from "#lib/jobs/definitions/definition.ts";

const newestKey = { select: { version: true }, orderBy: { version: "desc" }, take: 1 } as const;

/**
 * The branch's mails that no server has taken yet, newest first. A mail with the key notice of a key that was reissued
 * since is left out: it would open nothing and is not sent.
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

type RecordKind = NonNullable<JobSubject>["record"];

/** The application, and perhaps the guarantee, of each of these records, as far as they are the branch's. */
export async function listSubjects(tx: Tx<BranchScope | AdminScope>, records: readonly JobSubject[]) {
  if (records.every((record) => record === null)) return [];
  const named = (kind: RecordKind) => ({
    id: { in: records.flatMap((found) => (found?.record === kind ? [found.id] : [])) },
  });
  const guarantees = await tx.guarantee.findMany({
    where: named("guarantee"),
    select: { ...about, product: true },
  });
  const others = [
    ...(await tx.notice.findMany({ where: named("notice"), select: about })),
    ...(await tx.message.findMany({ where: named("message"), select: about })),
    ...(await tx.attachment.findMany({ where: named("attachment"), select: about })),
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
