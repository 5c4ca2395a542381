/** One attachment in words, for a list. */
export type AttachmentItem = {
  id: string;
  kind: string;
  fileName: string;
  /** 「PDF　1.2MB」 */
  about: string;
  /** The address of the download. */
  href: string;
  /** The address for viewing it in a window; null for a dangerous file. */
  viewHref: string | null;
  /** The address of the thumbnail; null for a PDF, a large picture or a dangerous file. */
  previewHref: string | null;
  scan: "unscanned" | "clean" | "infected";
};

/** The attachments of a draft as they stood at `asOf` (ISO). */
export type AttachmentList = { items: AttachmentItem[]; asOf: string };

/** The answer to an upload by script; `message` says what to do. */
export type UploadAnswer = { list: AttachmentList } | { code: string; message: string };

/** An attachment being downloaded, chunk by chunk; the last chunk comes only after all of them fit the SHA-256. */
export type AttachmentFile = {
  fileName: string;
  asciiName: string;
  mediaType: string;
  size: number;
  body: AsyncIterable<Uint8Array>;
};
