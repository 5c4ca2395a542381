import { paths } from "#lib/core/paths.ts";
import { ATTACHMENT_KINDS, MAX_PREVIEW_BYTES, MEDIA_TYPES, type MediaType } from "./constants.ts";
import type { StoredAttachment } from "./queries.ts";
import { formatSize } from "./rules.ts";
import type { AttachmentItem } from "./types.ts";

/** Whether a picture may have a thumbnail: its size is known and no virus was found in it. */
export function mayPreview({ pixels, size, scan }: Pick<StoredAttachment, "pixels" | "size" | "scan">) {
  return pixels !== null && size <= MAX_PREVIEW_BYTES && scan !== "infected";
}

/** A row of a list of attachments in words. */
export function presentAttachment(row: StoredAttachment): AttachmentItem {
  const { id, kind, fileName, mediaType, size, scan } = row;
  return {
    id,
    kind: ATTACHMENT_KINDS[kind],
    fileName,
    about: `${MEDIA_TYPES[mediaType as MediaType].name}　${formatSize(size)}`,
    href: paths.attachment(id),
    viewHref: scan === "infected" ? null : paths.attachmentView(id),
    previewHref: mayPreview(row) ? paths.attachmentPreview(id) : null,
    scan,
  };
}
