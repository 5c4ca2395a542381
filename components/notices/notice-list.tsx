import { Blank } from "#components/ui/blank.tsx";
import { Chip } from "#components/ui/chip.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { Unbroken } from "#components/ui/text.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { paths } from "#lib/core/paths.ts";
import type { NoticeItem } from "#lib/features/notices/types.ts";

type NoticeListProps = {
  rows: readonly NoticeItem[];
  /** How many this person has not seen, over all pages; counted up to 100. */
  unread: number;
  pageSize: number;
  older: string | undefined;
  newer: string | undefined;
};

/** All notices of the company, newest first; those that this person had not seen are marked. */
export function NoticeList({ rows, unread, pageSize, older, newer }: NoticeListProps) {
  if (rows.length === 0)
    return (
      <div className="space-medium">
        <Blank title="お知らせはまだありません" heading="h2">
          申込の受付、支店からの連絡、発行、変更、発注者の照会、保証期限を、ここに表示します。
        </Blank>
      </div>
    );
  return (
    <div className="readable">
      <div className="result">
        <p role="status">{unread === 0 ? "未読のお知らせはありません" : <UnreadCount unread={unread} />}</p>
        <p className="small secondary">新しい順</p>
      </div>
      <ul className="tasks">
        {rows.map((row) => (
          <li key={row.id}>
            <div>
              <p className="small secondary">
                <span className="digits">{row.when}</span> {row.unread && <Chip tone="go">未読</Chip>}
              </p>
              <h2>
                <TextLink href={row.href}>{row.title}</TextLink>
              </h2>
              <p>
                <Unbroken>{row.workName}</Unbroken>
              </p>
              <p className="small secondary">
                <Unbroken>{row.about}</Unbroken>
              </p>
            </div>
          </li>
        ))}
      </ul>
      <Pager
        size={pageSize}
        previous={newer && paths.notices({ after: newer })}
        next={older && paths.notices({ before: older })}
      />
    </div>
  );
}

function UnreadCount({ unread }: { unread: number }) {
  return (
    <>
      未読のお知らせが<b>{unread >= 100 ? "99件以上" : `${unread}件`}</b>あります
    </>
  );
}
