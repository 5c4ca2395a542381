import { AttachmentList } from "#components/attachments/attachment-list.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";
import type { AttachmentItem } from "#lib/features/attachments/types.ts";

type SentAttachmentsProps = {
  items: readonly AttachmentItem[];
  /** Where they can still be changed. */
  editHref?: string;
  heading?: "h2" | "h3";
};

/** The attachments of an application before and after sending; nothing when it was sent without any. */
export function SentAttachments({ items, editHref, heading: Heading = "h2" }: SentAttachmentsProps) {
  if (items.length === 0 && !editHref) return null;
  return (
    <section className="block" aria-labelledby="a-attachments">
      <div className="head">
        <Heading id="a-attachments">添付書類</Heading>
        {editHref && (
          <TextLink href={editHref}>
            変更<VisuallyHidden>：添付書類</VisuallyHidden>
          </TextLink>
        )}
      </div>
      {items.length === 0 ? <p className="secondary">添付しません。</p> : <AttachmentList items={items} />}
    </section>
  );
}
