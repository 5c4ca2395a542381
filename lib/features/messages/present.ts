import { formatInstant } from "#lib/core/calendar.ts";
import type { MessageSide } from "./constants.ts";
import type { findConversation, listUnread, MessageRow } from "./queries.ts";
import type { Conversation, MessageItem, UnreadConversation } from "./types.ts";

type Progress = Awaited<ReturnType<typeof findConversation>>;

/** A remark that was sent with an application. */
export type Remark = { body: string; officeName: string; sentAt: Date };

/**
 * The conversation as one side reads it. The contractor sees the branch as an office; the branch also sees the name of
 * the contractor's person, whom it may have to call.
 */
export function presentConversation(
  side: MessageSide,
  messages: readonly MessageRow[],
  progress: Progress,
  remarks: readonly Remark[],
  own: number,
): Conversation {
  const readHere = (side === "contractor" ? progress?.readByContractor : progress?.readByBranch) ?? 0;
  const readThere = (side === "contractor" ? progress?.readByBranch : progress?.readByContractor) ?? 0;
  const inMessages = messages.map((message): [Date, MessageItem] => {
    const mine = message.party === side;
    const item = {
      key: String(message.number),
      mine,
      from: presentAuthor(side, message),
      when: formatInstant(message.sentAt),
      body: message.body,
      unread: !mine && message.number > readHere,
      seen: mine && message.number <= readThere,
    };
    return [message.sentAt, item];
  });
  const inRemarks = remarks.map((remark, index): [Date, MessageItem] => [
    remark.sentAt,
    presentRemark(side, remark, index),
  ]);
  const inOrder = [...inRemarks, ...inMessages].sort(([a], [b]) => a.getTime() - b.getTime());
  return { items: inOrder.map(([, item]) => item), next: own + 1 };
}

function presentRemark(side: MessageSide, { body, officeName, sentAt }: Remark, index: number): MessageItem {
  return {
    key: `remark-${index}`,
    mine: side === "contractor",
    from: `${side === "contractor" ? officeName : `${officeName} 様`}（申込に添えた連絡）`,
    when: formatInstant(sentAt),
    body,
    unread: false,
    seen: false,
  };
}

function presentAuthor(side: MessageSide, { party, officeName, authorName }: MessageRow): string {
  if (side === "contractor") return party === "contractor" ? `${officeName}　${authorName}` : officeName;
  return party === "contractor" ? `${officeName}　${authorName} 様` : `${officeName}　${authorName}`;
}

/** An application with something unread, in words. */
export function presentUnread(
  side: MessageSide,
  row: Awaited<ReturnType<typeof listUnread>>[number],
): UnreadConversation {
  return {
    applicationId: row.id,
    receiptNumber: row.receiptNumber ?? "",
    workName: row.workName,
    about: side === "contractor" ? row.obligeeTitle : row.companyName,
  };
}
