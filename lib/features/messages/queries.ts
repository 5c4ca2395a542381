import "server-only";
import type { BranchScope, ContractorScope } from "#lib/auth/scope.ts";
import type { Tx } from "#lib/core/db.ts";

/** Only the newest messages are shown; older ones were read long ago. */
const shown = 200;

/** The messages about an application, oldest first. */
export async function listMessages(tx: Tx, applicationId: string) {
  const rows = await tx.message.findMany({
    where: { applicationId },
    orderBy: { number: "desc" },
    take: shown,
    select: {
      number: true,
      party: true,
      officeName: true,
      authorId: true,
      authorName: true,
      ofAuthor: true,
      body: true,
      sentAt: true,
    },
  });
  return rows.reverse();
}

export type MessageRow = Awaited<ReturnType<typeof listMessages>>[number];

/** One message with the content of the mail about it; null when it is not visible. */
export async function findMessage(tx: Tx<BranchScope>, id: string) {
  return tx.message.findFirst({
    where: { id },
    select: {
      id: true,
      party: true,
      officeName: true,
      application: {
        select: { id: true, receiptNumber: true, workName: true, obligeeTitle: true, examinerId: true },
      },
    },
  });
}

/** How far a conversation has got and how far each office has read it; null before the first message. */
export async function findConversation(tx: Tx, applicationId: string) {
  return tx.conversation.findFirst({
    where: { applicationId },
    select: {
      fromContractor: true,
      fromBranch: true,
      readByContractor: true,
      readByBranch: true,
      contractorUnread: true,
      branchUnread: true,
    },
  });
}

/** How many messages a person has written in a conversation. */
export async function countOwn(tx: Tx, applicationId: string, authorId: string): Promise<number> {
  return tx.message.count({ where: { applicationId, authorId } });
}

const unreadBy = {
  contractor: { contractorUnread: true },
  branch: { branchUnread: true },
} as const;

/** Which of these applications have something that the reading office has not seen. */
export async function listUnreadIds(
  tx: Tx<ContractorScope | BranchScope>,
  side: keyof typeof unreadBy,
  applicationIds: readonly string[],
): Promise<Set<string>> {
  const rows = await tx.conversation.findMany({
    where: { ...unreadBy[side], applicationId: { in: [...applicationIds] } },
    select: { applicationId: true },
  });
  return new Set(rows.map(({ applicationId }) => applicationId));
}

/** The applications with something that the reading office has not seen, newest first. */
export async function listUnread(
  tx: Tx<ContractorScope | BranchScope>,
  side: keyof typeof unreadBy,
  take: number,
) {
  const rows = await tx.conversation.findMany({
    where: unreadBy[side],
    orderBy: { applicationId: "desc" },
    take,
    select: {
      application: {
        select: { id: true, receiptNumber: true, workName: true, obligeeTitle: true, companyName: true },
      },
    },
  });
  return rows.map(({ application }) => application);
}
