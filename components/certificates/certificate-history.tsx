import { type Column, Table } from "#components/ui/table.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { CertificateVersion } from "#lib/features/certificates/types.ts";

const issuedId = ({ version }: CertificateVersion) => `history-issued-${version}`;

const columns: Column<CertificateVersion>[] = [
  { label: "No.", num: true, cell: ({ version }) => version },
  {
    label: "電子保証発行日時",
    fold: "発行日時",
    num: true,
    cell: (row) => <span id={issuedId(row)}>{row.issuedAt}</span>,
  },
  { label: "対象", cell: ({ version }) => (version === 1 ? "新規" : "変更") },
  {
    label: "電子保証",
    cell: (row) => (
      <TextLink plain href={row.href} target="_blank" rel="noopener" aria-describedby={issuedId(row)}>
        選択
      </TextLink>
    ),
  },
];

/** 「電子保証情報（履歴情報）」: every version of the certificate, newest first; 「選択」 opens it in a new window. */
export function CertificateHistory({ versions }: { versions: readonly CertificateVersion[] }) {
  return (
    <section className="block" aria-labelledby="h-history">
      <h2 id="h-history">
        電子保証情報<span className="nowrap">（履歴情報）</span>
      </h2>
      <Table columns={columns} rows={versions} rowKey={({ version }) => String(version)} id="history" />
    </section>
  );
}
