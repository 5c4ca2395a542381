/** The kinds of attachments, in the words of the screens. */
export const ATTACHMENT_KINDS = {
  contract: "請負契約書",
  nomination: "指名通知書",
  other: "その他の書類",
} as const;

export type AttachmentKind = keyof typeof ATTACHMENT_KINDS;

/** The kinds in the order of the page; also the names of the form's fields. */
export const KIND_NAMES = Object.keys(ATTACHMENT_KINDS) as AttachmentKind[];

export const MEDIA_TYPES = {
  "application/pdf": { name: "PDF", endings: ["pdf"] },
  "image/jpeg": { name: "JPEG", endings: ["jpg", "jpeg"] },
  "image/png": { name: "PNG", endings: ["png"] },
} as const;

export type MediaType = keyof typeof MEDIA_TYPES;

/** For the file chooser only; what counts is the content. */
export const ACCEPT = ".pdf,.jpg,.jpeg,.png,application/pdf,image/jpeg,image/png";

const mega = 1024 * 1024;
export const MAX_BYTES = 20 * mega;
export const MAX_COUNT = 20;
export const MAX_TOTAL_BYTES = 100 * mega;
/** A picture of a few bytes may expand to gigabytes in the reader's memory. */
export const MAX_PIXELS = 100_000_000;
/** Pictures up to this size get a thumbnail. */
export const MAX_PREVIEW_BYTES = 10 * mega;
export const MAX_NAME = 120;

/** Why a file was rejected, as shown beside it. The codes appear in addresses (without script) and never change. */
export const REFUSALS = {
  empty: "中身のないファイルです。内容のあるファイルを選んでください。",
  wrong_type: "PDF、JPEG、PNG のどれでもありません。この3種類のどれかで保存し直してから選んでください。",
  too_big: "20MBを超えています。ページを分けるか、画質を下げて保存し直してから選んでください。",
  too_many_pixels: "画像の縦横が大きすぎます。縦横を縮めるか、PDFで保存し直してから選んでください。",
  too_many: "添付できるのは、20件、合わせて100MBまでです。不要な書類を削除してから選んでください。",
  infected: "ウイルスが見つかったため、添付しませんでした。端末を検査し、安全なファイルを選んでください。",
  interrupted: "送信が途中で切れました。通信を確認して、もう一度選んでください。",
  not_editable: "この申込は送信済みのため、書類を添付できません。",
  read_only: "閲覧のみの権限のため、書類を添付できません。会社の管理者に、権限の変更を依頼してください。",
  not_found: "この申込は見つかりません。「保証申込」の一覧から開き直してください。",
  failed: "添付できませんでした。時間をおいて、もう一度選んでください。",
} as const;

export type Refusal = keyof typeof REFUSALS;
