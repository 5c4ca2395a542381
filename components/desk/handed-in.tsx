import { SectionHead } from "#components/layout/page.tsx";
import { Chip } from "#components/ui/chip.tsx";
import { type Column, Table } from "#components/ui/table.tsx";
import { Unbroken } from "#components/ui/text.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { paths } from "#lib/core/paths.ts";
import { KEY_STATE_NAMES } from "#lib/features/guarantees/constants.ts";
import type { GuaranteeItem } from "#lib/features/guarantees/types.ts";

const columns: Column<GuaranteeItem>[] = [
  {
    label: "発注者・工事名",
    header: true,
    cell: ({ id, workName, obligeeTitle }) => (
      <>
        <b>
          <TextLink href={paths.guarantee(id)}>
            <Unbroken>{workName}</Unbroken>
          </TextLink>
        </b>
        <span className="second-line">{obligeeTitle}</span>
      </>
    ),
  },
  { label: "保証種類", cell: ({ product }) => product },
  { label: "発注者の確認", cell: () => <Chip tone="go">{KEY_STATE_NAMES.submitted}</Chip> },
];

/** Keys that were handed in and wait for the obligee, if any. */
export function HandedIn({ items }: { items: readonly GuaranteeItem[] }) {
  if (items.length === 0) return null;
  return (
    <section className="block" aria-labelledby="h-handed-in">
      <SectionHead
        id="h-handed-in"
        title="発注者の確認待ち"
        side={<TextLink href={paths.guarantees({}, true)}>電子保証をすべて見る</TextLink>}
      />
      <Table id="handed-in" columns={columns} rows={items} rowKey={({ id }) => id} label="発注者の確認待ち" />
    </section>
  );
}
