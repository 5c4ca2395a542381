import "server-only";
import type { BranchScope, ContractorScope } from "#lib/auth/scope.ts";
import { addDays, todayInTokyo } from "#lib/core/calendar.ts";
import { now } from "#lib/core/clock.ts";
import { inScope, type Tx } from "#lib/core/db.ts";
import { newId } from "#lib/core/ids.ts";
import { getBranch } from "#lib/features/branches/queries.ts";
import { PRODUCTS } from "#lib/features/products/constants.ts";
import { noticeSend } from "#lib/jobs/definitions/notice-send.ts";
import { enqueue } from "#lib/jobs/queue.ts";
import { KINDS, type NoticeKind, REMINDERS } from "./constants.ts";
import { listExpiring, listUnreadAbout } from "./queries.ts";
import type { NewNotice } from "./types.ts";

/**
 * Notifies a company, in the transaction of what happened; the job finds out who wants a mail. Topics are unique, so a
 * company is notified once, however often the caller runs. Returns whether it was notified now.
 */
export async function postNotice(tx: Tx, notice: NewNotice): Promise<boolean> {
  const id = newId();
  // createMany, because INSERT … RETURNING is also checked against the reading policy, and an obligee may not read the
  // notice that it causes.
  const written = await tx.notice.createMany({
    data: [{ id, noticedAt: now(), ...notice }],
    skipDuplicates: true,
  });
  if (written.count === 0) return false;
  await enqueue(tx, noticeSend, { noticeId: id, branchId: notice.branchId });
  return true;
}

/** Marks notices as seen by a person. */
export async function markNoticesRead(
  tx: Tx<ContractorScope>,
  scope: ContractorScope,
  noticeIds: readonly string[],
): Promise<void> {
  const { actorId, partyId } = scope;
  if (actorId === null || noticeIds.length === 0) return;
  await tx.noticeRead.createMany({
    data: noticeIds.map((noticeId) => ({ userId: actorId, noticeId, companyId: partyId, readAt: now() })),
    skipDuplicates: true,
  });
}

/** Marks the notices that lead to an opened page as seen: the application's, or with `guaranteeId` the guarantee's. */
export async function markPageRead(
  tx: Tx<ContractorScope>,
  scope: ContractorScope,
  page: { applicationId: string; guaranteeId: string | null },
): Promise<void> {
  if (scope.actorId === null) return;
  await markNoticesRead(tx, scope, await listUnreadAbout(tx, scope.actorId, page));
}

/** 「設定を保存する」: stores which kinds this person wants by mail. */
export async function saveNoticeSettings(
  scope: ContractorScope,
  byMailOf: Readonly<Record<NoticeKind, boolean>>,
): Promise<{ saved: true }> {
  const { actorId: userId, partyId: companyId } = scope;
  if (userId === null) throw new Error("settings belong to a person");
  return inScope(scope, async (tx) => {
    for (const kind of KINDS) {
      const byMail = byMailOf[kind];
      const row = { userId, companyId, kind, byMail };
      const before = await tx.noticeSetting.updateMany({ where: { userId, kind }, data: { byMail } });
      if (before.count === 0) await tx.noticeSetting.createMany({ data: [row], skipDuplicates: true });
    }
    return { saved: true };
  });
}

/** Guarantees per transaction of the daily reminder. */
const batch = 200;

/**
 * Reminds a branch's companies of coming 保証期限: 30 days before, and again 7 days before. Nobody is reminded twice, and a
 * missed day is made up for by the next.
 */
export async function remindOfExpiry(scope: BranchScope): Promise<void> {
  const today = todayInTokyo(now());
  for (const { days, fromDay } of REMINDERS) {
    const window = { from: addDays(today, fromDay), to: addDays(today, days) };
    let after: string | undefined;
    do {
      after = await inScope(scope, (tx) => remindSome(tx, scope, { ...window, days, today, after }));
    } while (after !== undefined);
  }
}

type Window = { from: string; to: string; days: number; today: string; after: string | undefined };

/** One batch of a window; returns where the next one begins. */
async function remindSome(
  tx: Tx<BranchScope>,
  scope: BranchScope,
  { from, to, days, today, after }: Window,
): Promise<string | undefined> {
  const rows = await listExpiring(tx, { from, to, after, take: batch });
  const branch = await getBranch(tx, scope.partyId);
  for (const { id, expiresOn, reminded, ...guarantee } of rows) {
    const topic = `guarantee.expiring:${id}:${expiresOn}:${days}`;
    if (reminded.includes(topic)) continue;
    await postNotice(tx, {
      event: "guarantee_expiring",
      topic,
      companyId: guarantee.companyId,
      branchId: scope.partyId,
      applicationId: guarantee.applicationId,
      guaranteeId: id,
      data: {
        workName: guarantee.workName,
        obligeeTitle: guarantee.obligeeTitle,
        receiptNumber: guarantee.receiptNumber,
        branchName: branch.name,
        productName: PRODUCTS[guarantee.product].name,
        contractNumber: guarantee.contractNumber,
        expiresOn,
        daysLeft: Math.round((Date.parse(expiresOn) - Date.parse(today)) / dayMs),
      },
    });
  }
  return rows.length === batch ? rows.at(-1)?.id : undefined;
}

const dayMs = 86_400_000;
