import { Chip } from "#components/ui/chip.tsx";
import { type Column, Table } from "#components/ui/table.tsx";
import { Code, Money } from "#components/ui/text.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { paths } from "#lib/core/paths.ts";
import type { CaseGuarantee } from "#lib/features/examinations/types.ts";

const columns: Column<CaseGuarantee>[] = [
  {
    label: "保証種類",
    header: true,
    cell: (row) => (
      <>
        <b>{row.productName}</b>
        <span className="second-line">{row.formName}</span>
      </>
    ),
  },
  {
    label: "保証契約番号",
    fold: "番号",
    cell: (row) =>
      row.contractNumber ? <Code>{row.contractNumber}</Code> : <span className="secondary">未定</span>,
  },
  { label: "保証金額", money: true, cell: (row) => <Money yen={row.guaranteeYen} /> },
  { label: "状況", cell: (row) => <State {...row} /> },
  {
    label: "保証証書",
    cell: (row, headerId) =>
      row.state === "issued" && row.certificateVersion !== null ? (
        <Papers id={row.id} version={row.certificateVersion} describedBy={headerId} />
      ) : (
        <span className="secondary">なし</span>
      ),
  },
];

/**
 * The guarantees of a case, during and after their issue. Keys are not shown here, because they belong to the
 * contractor.
 */
export function CaseGuarantees({ items }: { items: readonly CaseGuarantee[] }) {
  return <Table id="guarantee" columns={columns} rows={items} rowKey={({ id }) => id} label="保証契約" />;
}

function State({ state, issuedAt, lookups }: CaseGuarantee) {
  if (state === "failed") return <Chip tone="stop">発行失敗</Chip>;
  if (state === "issuing") return <Chip tone="go">発行処理中</Chip>;
  const [seen] = lookups?.verifiedAt ?? [];
  const [before] = lookups?.verifiedBefore ?? [];
  return (
    <>
      <Chip tone="ok">発行済</Chip>
      <span className="second-line digits">{issuedAt}</span>
      {lookups && (
        <span className="second-line">
          {seen ? (
            <>
              発注者が確認 <span className="digits">{seen}</span>
            </>
          ) : (
            "発注者は未確認"
          )}
        </span>
      )}
      {before && (
        <span className="second-line">
          以前の認証キーで確認 <span className="digits">{before}</span>
        </span>
      )}
    </>
  );
}

function Papers({ id, version, describedBy }: { id: string; version: number; describedBy: string }) {
  return (
    <ul>
      <li>
        <TextLink
          plain
          href={paths.branchCertificate(id, version)}
          target="_blank"
          rel="noopener"
          aria-describedby={describedBy}
        >
          開いて印刷
        </TextLink>
      </li>
      <li>
        <TextLink plain href={paths.certificatePdf(id)} aria-describedby={describedBy}>
          PDFを保存
        </TextLink>
      </li>
    </ul>
  );
}
