import { ButtonLink } from "#components/ui/button.tsx";
import { Chip } from "#components/ui/chip.tsx";
import { type Column, Table } from "#components/ui/table.tsx";
import { Unbroken } from "#components/ui/text.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { paths } from "#lib/core/paths.ts";

export type AcceptingObligee = {
  /** 発注者名 as on certificates: 小田原市長. */
  title: string;
  /** Whether 電子保証 can be used. */
  accepts: boolean;
  /** One sentence per start rule, or the one that says there is none. */
  conditions: readonly string[];
};

const columns: Column<AcceptingObligee>[] = [
  { label: "発注者", header: true, cell: (row) => <b>{row.title}</b> },
  {
    label: "電子保証",
    fold: "",
    cell: (row) => (row.accepts ? <Chip tone="ok">利用できる</Chip> : <Chip>紙の証書のみ</Chip>),
  },
  {
    label: "対象となる工事",
    fold: "",
    cell: (row) =>
      row.conditions.map((line) => (
        <p key={line}>
          <Unbroken>{line}</Unbroken>
        </p>
      )),
  },
];

/** The obligees, and from when their works qualify; `asOf` is the formatted date of the list. */
export function AcceptingObligees({
  obligees,
  asOf,
}: {
  obligees: readonly AcceptingObligee[];
  asOf: string;
}) {
  return (
    <section className="section" aria-labelledby="h-list">
      <h2 id="h-list">電子保証を利用できる発注者</h2>
      <p className="secondary">
        <span className="nowrap">{asOf}</span>
        現在。「紙の証書のみ」の発注者の工事は、証書（紙）で申し込んでください。一覧にない発注者の工事は、申込先の支店にお尋ねください。
      </p>
      <Table columns={columns} rows={obligees} rowKey={(row) => row.title} id="obligee" />
      <p className="actions">
        <ButtonLink variant="line" href={paths.eligibility()}>
          電子保証を使えるか調べる
        </ButtonLink>
        <TextLink href={paths.accepting()}>発注者の一覧と提出方法</TextLink>
      </p>
    </section>
  );
}
