import { SearchField } from "#components/examinations/search-field.tsx";
import { Blank } from "#components/ui/blank.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { Chip } from "#components/ui/chip.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { type Column, Table } from "#components/ui/table.tsx";
import { Code, Money } from "#components/ui/text.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { paths } from "#lib/core/paths.ts";
import type { QueueItem } from "#lib/features/examinations/types.ts";

const columns: Column<QueueItem>[] = [
  {
    label: "受付番号",
    cell: (row, headerId) => (
      <TextLink href={paths.branchCase(row.id)} aria-describedby={headerId}>
        <Code>{row.receiptNumber}</Code>
      </TextLink>
    ),
  },
  {
    label: "発注者・工事名",
    header: true,
    cell: (row) => (
      <>
        <b>{row.workName}</b>
        <span className="line2">{row.obligeeTitle}</span>
      </>
    ),
  },
  { label: "商号", cell: (row) => row.companyName },
  {
    label: "保証種類",
    cell: (row) => (
      <ul>
        {row.productNames.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
    ),
  },
  {
    label: "保証金額の合計",
    fold: "保証金額",
    money: true,
    cell: (row) => <Money yen={row.guaranteedYen} />,
  },
  { label: "送信日時", num: true, cell: (row) => row.submittedAt },
  { label: "手続状況", cell: (row) => <Chip tone={row.status.tone}>{row.status.label}</Chip> },
];

type QueueViewProps = {
  items: readonly QueueItem[];
  pageSize: number;
  /** As typed; empty when nothing is searched. */
  search: string;
  older: string | undefined;
  newer: string | undefined;
};

/** The queue: search, count, table, pages; the filter stands in the URL. */
export function QueueView({ items, pageSize, search, older, newer }: QueueViewProps) {
  const q = search || undefined;
  return (
    <>
      <SearchField search={search} />
      {items.length === 0 ? (
        <div className="near">
          <NoItems search={search} />
        </div>
      ) : (
        <>
          <div className="result">
            <p role="status">
              {older || newer ? (
                `${items.length}件を表示しています`
              ) : (
                <>
                  <b>{items.length}件</b>の申込があります
                </>
              )}
            </p>
            <p className="small sub">送信日時の新しい順</p>
          </div>
          <Table id="case" columns={columns} rows={items} rowKey={({ id }) => id} label="申込" />
          <Pager
            size={pageSize}
            previous={newer && paths.branch({ q, after: newer })}
            next={older && paths.branch({ q, before: older })}
          />
        </>
      )}
    </>
  );
}

function NoItems({ search }: { search: string }) {
  if (search === "")
    return (
      <Blank title="申込はまだありません" heading="h2">
        受注者が送信した申込が、すぐにここに表示されます。
      </Blank>
    );
  return (
    <Blank
      title={`「${search}」に合う申込はありません`}
      heading="h2"
      action={
        <ButtonLink variant="line" href={paths.branch()}>
          検索の条件をクリア
        </ButtonLink>
      }
    >
      受付番号の一部でも検索できます。
    </Blank>
  );
}
