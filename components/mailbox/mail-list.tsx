import { Blank } from "#components/ui/blank.tsx";
import { type Column, Table } from "#components/ui/table.tsx";
import { TextLink } from "#components/ui/text-link.tsx";

export type ListedMail = { id: string; href: string; to: string; subject: string; caughtAt: string };

const columns: Column<ListedMail>[] = [
  {
    label: "件名",
    header: true,
    cell: ({ href, subject }) => <TextLink href={href}>{subject || "（件名なし）"}</TextLink>,
  },
  { label: "宛先", cell: ({ to }) => to },
  { label: "受信日時", fold: "日時", num: true, cell: ({ caughtAt }) => caughtAt },
];

/** The caught mails, newest first. */
export function MailList({ mails }: { mails: readonly ListedMail[] }) {
  if (mails.length === 0)
    return (
      <Blank title="メールはまだありません" heading="h2">
        このデモが送るメールは、外へは出ずにここに届きます。
      </Blank>
    );
  return <Table id="mail" label="メール" columns={columns} rows={mails} rowKey={({ id }) => id} />;
}
