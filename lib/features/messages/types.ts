/** One message in words, as one side reads it. */
export type MessageItem = {
  key: string;
  /** Written by the reader's side. */
  mine: boolean;
  /** The author, with 様. */
  from: string;
  when: string;
  body: string;
  /** From the other side, and not seen before by anybody of this office. */
  unread: boolean;
  /** From this side, and seen by somebody of the other office. */
  seen: boolean;
};

/** The conversation about an application as one side reads it. */
export type Conversation = {
  /** Oldest first. */
  items: MessageItem[];
  /** The number of the writer's next message, by which a second click finds the first. */
  next: number;
};

/** An application with something unread, in words. */
export type UnreadConversation = {
  applicationId: string;
  receiptNumber: string;
  workName: string;
  /** The other side: the obligee for the contractor, the contractor for the branch. */
  about: string;
};
