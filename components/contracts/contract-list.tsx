import { PageTitle } from "#components/layout/page.tsx";
import { Blank } from "#components/ui/blank.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { Chip } from "#components/ui/chip.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { type Column, Table } from "#components/ui/table.tsx";
import { Tabs } from "#components/ui/tabs.tsx";
import { Code, Money } from "#components/ui/text.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { paths } from "#lib/core/paths.ts";
import type { ContractItem } from "#lib/features/guarantees/types.ts";

type Item = ContractItem & { verified: boolean };

const columns: Column<Item>[] = [
  { label: "保証種類", cell: ({ product }) => product },
  {
    label: "保証契約番号",
    fold: "番号",
    cell: ({ contractNumber }) => contractNumber && <Code>{contractNumber}</Code>,
  },
  {
    label: "発注者名・工事名",
    header: true,
    cell: ({ workName, obligeeTitle }) => (
      <>
        <b>{workName}</b>
        <span className="line2">{obligeeTitle}</span>
      </>
    ),
  },
  { label: "請負金額", money: true, cell: ({ contractYen }) => <Money yen={contractYen} /> },
  { label: "保証金額", money: true, cell: ({ guaranteeYen }) => <Money yen={guaranteeYen} /> },
];

const detail: Column<Item> = {
  label: "内容",
  fold: "",
  cell: ({ id }, headerId) => (
    <TextLink href={paths.contract(id)} aria-describedby={headerId}>
      詳細
    </TextLink>
  ),
};

const all: Column<Item>[] = [
  ...columns,
  { label: "形式", cell: ({ electronic }) => (electronic ? "電子保証" : "証書（紙）") },
  detail,
];

const keysOnly: Column<Item>[] = [
  ...columns,
  {
    label: "発注者の確認",
    cell: ({ verified }) => <Chip tone={verified ? "ok" : "turn"}>{verified ? "確認済" : "未確認"}</Chip>,
  },
  { ...detail, label: "電子保証" },
];

type ContractListProps = {
  /** 電子保証（認証キー）: electronic ones only. */
  keys: boolean;
  rows: readonly Item[];
  pageSize: number;
  older: string | undefined;
  newer: string | undefined;
};

/** 保証契約一覧 with its two tabs. */
export function ContractList({ keys, rows, pageSize, older, newer }: ContractListProps) {
  return (
    <>
      <PageTitle>保証契約一覧</PageTitle>
      <Tabs
        label="一覧の切り替え"
        items={[
          { href: paths.contracts(), label: "保証契約一覧", current: !keys },
          { href: paths.contracts({ keys: true }), label: "電子保証（認証キー）", current: keys },
        ]}
      />
      {rows.length === 0 ? (
        <div className="near">
          <Blank
            title={keys ? "電子保証はまだありません" : "保証契約はまだありません"}
            heading="h2"
            action={<ButtonLink href={paths.applications()}>保証申込へ進む</ButtonLink>}
          >
            申込が発行されると、ここに表示されます。
          </Blank>
        </div>
      ) : (
        <>
          <div className="result">
            <p role="status">
              {older || newer ? (
                `${rows.length}件を表示しています`
              ) : (
                <>
                  <b>{rows.length}件</b>の保証契約があります
                </>
              )}
            </p>
            <p className="small sub">発行の新しい順</p>
          </div>
          <Table
            id="contract"
            columns={keys ? keysOnly : all}
            rows={rows}
            rowKey={({ id }) => id}
            label="保証契約"
          />
          <Pager
            size={pageSize}
            previous={newer && paths.contracts({ keys, after: newer })}
            next={older && paths.contracts({ keys, before: older })}
          />
        </>
      )}
    </>
  );
}
