import "server-only";
import type { BranchScope, ContractorScope } from "#lib/auth/scope.ts";
import { now } from "#lib/core/clock.ts";
import { inScope, type Tx } from "#lib/core/db.ts";
import { newId } from "#lib/core/ids.ts";
import { type Refused, refused } from "#lib/core/result.ts";
import { recordAudit } from "#lib/features/audit/commands.ts";
import { getBranch } from "#lib/features/branches/queries.ts";
import { postNotice } from "#lib/features/notices/commands.ts";
import { messageAnnounce } from "#lib/jobs/definitions/message-announce.ts";
import { enqueue } from "#lib/jobs/queue.ts";
import { presentConversation, type Remark } from "./present.ts";
import { countOwn, findConversation, listMessages } from "./queries.ts";
import type { Conversation } from "./types.ts";

type Asked = { id: string; number: number; body: string };
type Sent = { id: string; number: number };
type Side = "contractor" | "branch";
type PartyScope = ContractorScope | BranchScope;

/** 「お客様から弊社への連絡事項」 after sending: writes to the branch that has the application; its staff get a mail. */
export async function writeToBranch(
  scope: ContractorScope,
  asked: Asked,
): Promise<Sent | Refused<"not_found">> {
  return inScope(scope, (tx) => write(tx, scope, "contractor", asked));
}

/** 「弊社からお客様へのお知らせ」: writes to the company, which gets a notice. */
export async function writeToContractor(
  scope: BranchScope,
  asked: Asked,
): Promise<Sent | Refused<"not_found">> {
  return inScope(scope, (tx) => write(tx, scope, "branch", asked));
}

/**
 * Adds a message to the conversation, whose row is locked so that numbers follow each other. The author's own number
 * makes the same message sent twice one message; a different text under a used number (two tabs) is a message of its
 * own.
 */
async function write(
  tx: Tx,
  scope: PartyScope,
  side: Side,
  { id, number, body }: Asked,
): Promise<Sent | Refused<"not_found">> {
  const { actorId, actorName } = scope;
  const application = await tx.application.findFirst({
    where: { id, receiptNumber: { not: null } },
    select: {
      companyId: true,
      branchId: true,
      companyName: true,
      receiptNumber: true,
      workName: true,
      obligeeTitle: true,
    },
  });
  if (!application || application.branchId === null || actorId === null) return refused("not_found");
  await tx.conversation.createMany({ data: [{ applicationId: id }], skipDuplicates: true });
  await tx.$queryRaw`SELECT 1 FROM message_threads WHERE application_id = ${id}::uuid FOR UPDATE`;
  const own = await tx.message.findMany({
    where: { applicationId: id, authorId: actorId },
    select: { ofAuthor: true, body: true },
  });
  const same = own.find((before) => before.ofAuthor === number && before.body === body);
  if (same) return { id, number };
  const branch = await getBranch(tx, application.branchId);
  const progress = await findConversation(tx, id);
  const last = Math.max(progress?.fromContractor ?? 0, progress?.fromBranch ?? 0);
  const messageId = newId();
  const message = {
    id: messageId,
    applicationId: id,
    number: last + 1,
    party: side,
    officeName: side === "contractor" ? application.companyName : branch.name,
    authorId: actorId,
    authorName: actorName,
    ofAuthor: own.length + 1,
    body,
    sentAt: now(),
  };
  await tx.message.createMany({ data: [message] });
  await tx.conversation.updateMany({
    where: { applicationId: id },
    data:
      side === "contractor"
        ? { fromContractor: last + 1, branchUnread: true }
        : { fromBranch: last + 1, contractorUnread: true },
  });
  const { companyId, branchId } = application;
  await recordAudit(
    tx,
    scope,
    "message.sent",
    { applicationId: id, companyId, branchId },
    { number: last + 1 },
  );
  if (side === "contractor") await enqueue(tx, messageAnnounce, { messageId, branchId });
  else
    await postNotice(tx, {
      event: "message_arrived",
      topic: `message.arrived:${messageId}`,
      companyId,
      branchId,
      applicationId: id,
      data: {
        workName: application.workName,
        obligeeTitle: application.obligeeTitle,
        receiptNumber: application.receiptNumber,
        branchName: branch.name,
      },
    });
  return { id, number: message.ofAuthor };
}

/**
 * The conversation about an application as its reader sees it, which marks it read for the office. A person who may
 * only read leaves it unread for those who may answer.
 */
export async function openConversation(
  tx: Tx<ContractorScope | BranchScope>,
  scope: PartyScope,
  applicationId: string,
  remarks: readonly Remark[],
): Promise<Conversation> {
  const side = scope.party;
  const messages = await listMessages(tx, applicationId);
  const progress = await findConversation(tx, applicationId);
  // Before the first message there is no row, and nobody has written one of their own.
  const own = scope.actorId === null || !progress ? 0 : await countOwn(tx, applicationId, scope.actorId);
  const unread = side === "contractor" ? progress?.contractorUnread : progress?.branchUnread;
  if (unread && (scope.party === "branch" || !scope.readOnly))
    await markRead(tx, side, applicationId, messages.at(-1)?.number ?? 0);
  return presentConversation(side, messages, progress, remarks, own);
}

/** Only what was shown is marked; a message that arrived meanwhile stays unread. */
async function markRead(tx: Tx, side: Side, applicationId: string, through: number): Promise<void> {
  if (side === "contractor")
    await tx.conversation.updateMany({
      where: { applicationId, contractorUnread: true, fromBranch: { lte: through } },
      data: { contractorUnread: false, readByContractor: through },
    });
  else
    await tx.conversation.updateMany({
      where: { applicationId, branchUnread: true, fromContractor: { lte: through } },
      data: { branchUnread: false, readByBranch: through },
    });
}
