import "server-only";
import type { BranchScope, ContractorScope, SystemScope } from "#lib/auth/scope.ts";
import { dateColumn } from "#lib/core/codecs.ts";
import type { Tx } from "#lib/core/db.ts";
import { KIND_OF, NOTICE_KINDS, type NoticeKind } from "./constants.ts";
import { noticeData } from "./schema.ts";

const listItem = {
  id: true,
  event: true,
  applicationId: true,
  guaranteeId: true,
  data: true,
  noticedAt: true,
} as const;

/**
 * The company's notices, newest first, with whether this person has seen them; older than `before`, or newer than
 * `after`.
 */
export async function listNotices(
  tx: Tx<ContractorScope>,
  userId: string,
  page: { take: number; before?: string | undefined; after?: string | undefined },
) {
  const { take, before, after } = page;
  const rows = await tx.notice.findMany({
    where: after ? { id: { gt: after } } : before ? { id: { lt: before } } : {},
    orderBy: { id: after ? "asc" : "desc" },
    take,
    select: { ...listItem, reads: { where: { userId }, select: { readAt: true } } },
  });
  const read = rows.map(({ reads, data, ...row }) => ({
    ...row,
    data: noticeData.parse(data),
    unread: reads.length === 0,
  }));
  return after ? read.reverse() : read;
}

export type NoticeRow = Awaited<ReturnType<typeof listNotices>>[number];

/** How many notices this person has not seen, counted up to `most`. */
export async function countUnreadNotices(
  tx: Tx<ContractorScope>,
  userId: string,
  most: number,
): Promise<number> {
  const rows = await tx.notice.findMany({
    where: { reads: { none: { userId } } },
    orderBy: { id: "desc" },
    take: most,
    select: { id: true },
  });
  return rows.length;
}

/** The notices that lead to an application's page, or to a guarantee's, and that this person has not seen. */
export async function listUnreadAbout(
  tx: Tx<ContractorScope>,
  userId: string,
  page: { applicationId: string; guaranteeId: string | null },
): Promise<string[]> {
  const rows = await tx.notice.findMany({
    where: { ...page, reads: { none: { userId } } },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/** A person's settings; kinds without a row follow their default. */
export async function listNoticeSettings(tx: Tx<ContractorScope>, userId: string) {
  return tx.noticeSetting.findMany({ where: { userId }, select: { kind: true, byMail: true } });
}

/** A notice for its job, in the scope of the branch in charge; null when there is none. */
export async function findNotice(tx: Tx<BranchScope>, id: string) {
  const row = await tx.notice.findFirst({
    where: { id },
    select: { ...listItem, companyId: true, topic: true },
  });
  return row && { ...row, data: noticeData.parse(row.data) };
}

/** The people of a company who want a kind of event by mail. */
export async function listMailReaders(
  tx: Tx<SystemScope>,
  companyId: string,
  event: keyof typeof KIND_OF,
): Promise<{ email: string; name: string; companyName: string }[]> {
  const kind: NoticeKind = KIND_OF[event];
  const users = await tx.user.findMany({
    where: { companyId, disabledAt: null },
    orderBy: { id: "asc" },
    select: { id: true, email: true, name: true, company: { select: { name: true } } },
  });
  const settings = await tx.noticeSetting.findMany({
    where: { kind, userId: { in: users.map(({ id }) => id) } },
    select: { userId: true, byMail: true },
  });
  const chosen = new Map(settings.map(({ userId, byMail }) => [userId, byMail]));
  return users
    .filter(({ id }) => chosen.get(id) ?? NOTICE_KINDS[kind].byMail)
    .map(({ email, name, company }) => ({ email, name, companyName: company?.name ?? "" }));
}

/** The people of a branch who get a mail about a contractor's message: the examiner, else everybody. */
export async function listBranchReaders(
  tx: Tx<SystemScope>,
  branchId: string,
  examinerId: string | null,
): Promise<{ email: string; name: string }[]> {
  const people = await tx.user.findMany({
    where: { branchId, disabledAt: null },
    orderBy: { id: "asc" },
    select: { id: true, email: true, name: true },
  });
  const examiner = people.filter(({ id }) => id === examinerId);
  return examiner.length > 0 ? examiner : people;
}

/**
 * The branch's guarantees whose 保証期限 lies between two dates (both included), in the order of their ids after `after`,
 * each with the reminders that its company has had.
 */
export async function listExpiring(
  tx: Tx<BranchScope>,
  { from, to, after, take }: { from: string; to: string; after?: string | undefined; take: number },
) {
  const rows = await tx.guarantee.findMany({
    where: {
      status: "issued",
      application: { receiptNumber: { not: null } },
      expiresOn: { gte: dateColumn.encode(from), lte: dateColumn.encode(to) },
      ...(after ? { id: { gt: after } } : {}),
    },
    orderBy: { id: "asc" },
    take,
    select: {
      id: true,
      companyId: true,
      applicationId: true,
      product: true,
      contractNumber: true,
      workName: true,
      obligeeTitle: true,
      expiresOn: true,
      application: { select: { receiptNumber: true } },
      notices: { where: { event: "guarantee_expiring" }, select: { topic: true } },
    },
  });
  return rows.flatMap(({ expiresOn, application, notices, ...row }) =>
    expiresOn === null
      ? []
      : [
          {
            ...row,
            receiptNumber: application.receiptNumber,
            expiresOn: dateColumn.decode(expiresOn),
            reminded: notices.map(({ topic }) => topic),
          },
        ],
  );
}
