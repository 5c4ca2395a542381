import { Chip } from "#components/ui/chip.tsx";
import type { Sample } from "#components/ui/sample.ts";
import { type Column, Table } from "#components/ui/table.tsx";
import { Code, Money } from "#components/ui/text.tsx";
import { TextLink } from "#components/ui/text-link.tsx";

const works = [
  { no: "35075-00000M", work: "道路改良工事", obligee: "小田原市長", yen: 50_000_000n },
  { no: "35075-00003M", work: "河川護岸工事", obligee: "見本市長", yen: 32_400_000n },
];

const columns: Column<(typeof works)[number]>[] = [
  { label: "保証契約番号", fold: "番号", cell: (row) => <Code>{row.no}</Code> },
  {
    label: "発注者名・工事名",
    header: true,
    cell: (row) => (
      <>
        <b>{row.work}</b>
        <span className="second-line">{row.obligee}</span>
      </>
    ),
  },
  { label: "請負金額", money: true, cell: (row) => <Money yen={row.yen} /> },
  { label: "発注者の確認", cell: () => <Chip tone="turn">未確認</Chip> },
  {
    label: "電子保証",
    cell: (_row, headerId) => (
      <TextLink href="#detail" aria-describedby={headerId}>
        詳細
      </TextLink>
    ),
  },
];

export const samples: Sample[] = [
  { name: "一覧", element: <Table columns={columns} rows={works} rowKey={(row) => row.no} id="work" /> },
];
