import { choicesOf, ListSearch } from "#components/form/list-search.tsx";
import { WaitingReissues } from "#components/reissues/waiting-reissues.tsx";
import { Blank } from "#components/ui/blank.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { Chip } from "#components/ui/chip.tsx";
import { ListCount } from "#components/ui/list-count.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { type Column, Table } from "#components/ui/table.tsx";
import { Code, Money } from "#components/ui/text.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { paths } from "#lib/core/paths.ts";
import { STATUS_LABELS } from "#lib/features/applications/status.ts";
import type { ApplicationListQuery } from "#lib/features/applications/types.ts";
import type { QueueItem } from "#lib/features/examinations/types.ts";
import { PRODUCT_CHOICES } from "#lib/features/products/constants.ts";
import type { WaitingReissue } from "#lib/features/reissues/types.ts";

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
        <span className="second-line">{row.obligeeTitle}</span>
        {row.unread && (
          <span className="second-line">
            <Chip tone="turn">未読の連絡</Chip>
          </span>
        )}
      </>
    ),
  },
  { label: "商号", name: true, cell: (row) => row.companyName },
  {
    label: "保証種類",
    cell: (row) => (
      <ul>
        {row.productNames.map((name) => (
          <li key={name} className="nowrap">
            {name}
          </li>
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
  /** The query of the URL. */
  asked: ApplicationListQuery;
  /** The number of matches, in words. */
  total: string;
  obligees: readonly { value: string; label: string }[];
  /** Waiting requests for a new key. */
  reissues: readonly WaitingReissue[];
  older: string | undefined;
  newer: string | undefined;
};

const { draft: _, ...statuses } = STATUS_LABELS;

/** The queue: search, count, table, pages. Its whole state is in the URL. */
export function QueueView({
  items,
  pageSize,
  asked,
  total,
  obligees,
  reissues,
  older,
  newer,
}: QueueViewProps) {
  const { q, obligee, product, status } = asked;
  const query = { q, obligee, product, status };
  const clear = Object.values(query).some(Boolean) ? paths.branch() : undefined;
  return (
    <>
      <WaitingReissues items={reissues} />
      <ListSearch
        action={paths.branch()}
        label="申込の検索"
        text={{
          label: "受付番号",
          value: q,
          help: "受付番号・保証契約番号の一部のほか、商号・発注者・工事名でも検索できます。",
        }}
        filters={[
          { name: "status", label: "手続状況", value: status, options: choicesOf(statuses) },
          { name: "product", label: "保証種類", value: product, options: PRODUCT_CHOICES },
          { name: "obligee", label: "発注者", value: obligee, options: obligees },
        ]}
      />
      {items.length === 0 ? (
        <div className="space-medium">
          <NoItems clear={clear} />
        </div>
      ) : (
        <>
          <ListCount
            noun="申込"
            total={total}
            shown={older || newer ? items.length : undefined}
            clear={clear}
          />
          <Table id="case" columns={columns} rows={items} rowKey={({ id }) => id} label="申込" />
          <Pager
            size={pageSize}
            previous={newer && paths.branch({ ...query, after: newer })}
            next={older && paths.branch({ ...query, before: older })}
          />
        </>
      )}
    </>
  );
}

function NoItems({ clear }: { clear: string | undefined }) {
  if (!clear)
    return (
      <Blank title="申込はまだありません" heading="h2">
        受注者が送信した申込が、すぐにここに表示されます。
      </Blank>
    );
  return (
    <Blank
      title="条件に合う申込はありません"
      heading="h2"
      action={
        <ButtonLink variant="line" href={clear}>
          条件をクリア
        </ButtonLink>
      }
    >
      受付番号や保証契約番号は一部でも検索できます。
    </Blank>
  );
}
