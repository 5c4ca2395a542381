import { SectionHead } from "#components/layout/page.tsx";
import { Chip } from "#components/ui/chip.tsx";
import { type Column, Table } from "#components/ui/table.tsx";
import { Money, Unbroken } from "#components/ui/text.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { paths } from "#lib/core/paths.ts";
import type { ApplicationItem } from "#lib/features/applications/types.ts";

const columns: Column<ApplicationItem>[] = [
  { label: "送信日", num: true, cell: ({ submittedAt }) => submittedAt?.slice(0, 10) },
  {
    label: "発注者・工事名",
    header: true,
    cell: ({ id, workName, obligeeTitle }) => (
      <>
        <b>
          <TextLink href={paths.application(id)}>
            <Unbroken>{workName}</Unbroken>
          </TextLink>
        </b>
        <span className="second-line">{obligeeTitle}</span>
      </>
    ),
  },
  {
    label: "保証金額",
    money: true,
    cell: ({ guaranteedYen, productNames }) => (
      <>
        <Money yen={guaranteedYen} />
        <span className="second-line">{productNames.join("・")}</span>
      </>
    ),
  },
  { label: "手続状況", cell: ({ status }) => <Chip tone={status.tone}>{status.label}</Chip> },
];

/** The latest applications, if any. */
export function RecentApplications({ items }: { items: readonly ApplicationItem[] }) {
  if (items.length === 0) return null;
  return (
    <section className="block" aria-labelledby="h-recent">
      <SectionHead
        id="h-recent"
        title="最近の申込"
        side={<TextLink href={paths.applications()}>申込をすべて見る</TextLink>}
      />
      <Table id="recent" columns={columns} rows={items} rowKey={({ id }) => id} label="最近の申込" />
    </section>
  );
}
