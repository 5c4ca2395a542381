import { Card } from "#components/ui/card.tsx";
import { Chip } from "#components/ui/chip.tsx";
import { Unbroken } from "#components/ui/text.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { paths } from "#lib/core/paths.ts";
import type { NoticeItem } from "#lib/features/notices/types.ts";

/** The newest notices on 全体トップ, and a link to all of them. */
export function NoticeCard({ items, unread }: { items: readonly NoticeItem[]; unread: number }) {
  return (
    <Card title="お知らせ">
      {items.length === 0 ? (
        <p className="small">お知らせはまだありません。</p>
      ) : (
        <ul className="stack">
          {items.map((item) => (
            <li key={item.id} className="small">
              <p className="secondary">
                <span className="digits">{item.when}</span> {item.unread && <Chip tone="go">未読</Chip>}
              </p>
              <TextLink href={item.href}>{item.title}</TextLink>
              <p>
                <Unbroken>{item.workName}</Unbroken>
              </p>
            </li>
          ))}
        </ul>
      )}
      <p className="small space-small">
        <TextLink href={paths.notices()}>お知らせをすべて見る</TextLink>
        {unread > 0 && `（未読 ${unread >= 100 ? "99件以上" : `${unread}件`}）`}
      </p>
    </Card>
  );
}
