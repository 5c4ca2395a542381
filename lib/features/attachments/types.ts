/** One attachment in words, for a list. */
export type AttachmentItem = {
  id: string;
  kind: string;
  fileName: string;
  /** 「PDF　1.2MB」 */
  about: string;
  /** To be saved from here. */
  href: string;
  /** To be looked at in a window of its own; null for a dangerous one. */
  viewHref: string | null;
  /** A small picture may be shown from here; null for a PDF, a large picture or a dangerous one. */
  previewHref: string | null;
  scan: "unscanned" | "clean" | "infected";
};

/** The attachments of a draft as they stood at `asOf` (ISO). */
export type AttachmentList = { items: AttachmentItem[]; asOf: string };

/** What an upload by script gets back; `message` says what to do. */
export type UploadAnswer = { list: AttachmentList } | { code: string; message: string };

/** An attachment on its way out, chunk by chunk, the last one only after all of them fitted the SHA-256. */
export type AttachmentFile = {
  fileName: string;
  asciiName: string;
  mediaType: string;
  size: number;
  body: AsyncIterable<Uint8Array>;
};
