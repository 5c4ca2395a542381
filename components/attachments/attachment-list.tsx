import type { ReactNode } from "react";
import { Chip } from "#components/ui/chip.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";
import type { AttachmentItem } from "#lib/features/attachments/types.ts";

type AttachmentListProps = {
  items: readonly AttachmentItem[];
  /** Shows the branch whether the virus scanner has checked each file. */
  scans?: boolean;
  /** The action for a file, at its right. */
  action?: (item: AttachmentItem) => ReactNode;
};

/** Attachments by kind and name: pictures as small images, other files as a sheet with their type. */
export function AttachmentList({ items, scans = false, action }: AttachmentListProps) {
  return (
    <ul className="files">
      {items.map((item) => (
        <li key={item.id}>
          <Preview item={item} />
          <div className="grow">
            <p className="name">
              {item.scan === "infected" ? (
                item.fileName
              ) : (
                // It is saved, never opened in the portal, so the router must not prefetch it.
                <TextLink plain href={item.href}>
                  {item.fileName}
                </TextLink>
              )}
            </p>
            <p className="second-line">
              {item.kind}　{item.about}
              {item.viewHref && (
                <TextLink plain href={item.viewHref} target="_blank" rel="noopener">
                  中身を見る<VisuallyHidden>：{item.fileName}（新しいウィンドウ）</VisuallyHidden>
                </TextLink>
              )}
            </p>
            {item.scan === "infected" && (
              <p className="second-line wrong">ウイルスが見つかったため、開けません。</p>
            )}
          </div>
          {scans && <ScanChip scan={item.scan} />}
          {action?.(item)}
        </li>
      ))}
    </ul>
  );
}

function Preview({ item }: { item: AttachmentItem }) {
  if (item.previewHref)
    // biome-ignore lint/performance/noImgElement: a file behind a gate; there is no optimizer
    return <img src={item.previewHref} alt="" width={72} height={72} loading="lazy" decoding="async" />;
  return (
    <span className="file-type" aria-hidden="true">
      {item.about.split("　")[0]}
    </span>
  );
}

function ScanChip({ scan }: { scan: AttachmentItem["scan"] }) {
  if (scan === "clean") return <Chip tone="ok">ウイルス検査済</Chip>;
  if (scan === "infected") return <Chip tone="stop">ウイルス検出</Chip>;
  return <Chip>未検査</Chip>;
}
