/** One message in words, as one side reads it. */
export type MessageItem = {
  key: string;
  /** Written by the side that reads. */
  mine: boolean;
  /** Who wrote it, as addressed. */
  from: string;
  when: string;
  body: string;
  /** Of the other side, and nobody of this office has seen it before. */
  unread: boolean;
  /** Of this side, and somebody of the other office has seen it. */
  seen: boolean;
};

/** The conversation about an application as one side reads it. */
export type Conversation = {
  /** Oldest first. */
  items: MessageItem[];
  /** The number that the writer's next message carries, so that a second click finds the first. */
  next: number;
};

/** An application with something unread, in words. */
export type UnreadConversation = {
  applicationId: string;
  receiptNumber: string;
  workName: string;
  /** Whose work it is to the reader: the obligee to the contractor, the contractor to the branch. */
  about: string;
};
