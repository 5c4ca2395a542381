import { choicesOf, ListSearch } from "#components/form/list-search.tsx";
import { PageTitle } from "#components/layout/page.tsx";
import { Blank } from "#components/ui/blank.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { Chip, type ChipTone } from "#components/ui/chip.tsx";
import { ListCount } from "#components/ui/list-count.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { type Column, Table } from "#components/ui/table.tsx";
import { Tabs } from "#components/ui/tabs.tsx";
import { Code, Money } from "#components/ui/text.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { formatWareki } from "#lib/core/calendar.ts";
import { paths } from "#lib/core/paths.ts";
import { GUARANTEE_SORTS, GUARANTEE_STATES, KEY_STATE_NAMES } from "#lib/features/guarantees/constants.ts";
import type { GuaranteeItem, GuaranteeListQuery, KeyState } from "#lib/features/guarantees/types.ts";
import { PRODUCT_CHOICES } from "#lib/features/products/constants.ts";

type Item = GuaranteeItem & { keyState: KeyState; expired: boolean };

const keyTones: Record<KeyState, ChipTone> = {
  open: "turn",
  submitted: "go",
  failed: "stop",
  verified: "ok",
};

const columns: Column<Item>[] = [
  { label: "保証種類", cell: ({ product }) => product },
  {
    label: "保証契約番号",
    cell: ({ contractNumber }) => contractNumber && <Code>{contractNumber}</Code>,
  },
  {
    label: "発注者名・工事名",
    header: true,
    cell: ({ workName, obligeeTitle, expiresOn, expired }) => (
      <>
        <b>{workName}</b>
        <span className="second-line">{obligeeTitle}</span>
        {expiresOn && (
          <span className="second-line">
            保証期限 <span className="nowrap">{formatWareki(expiresOn)}</span>
            {expired && "（満了）"}
          </span>
        )}
      </>
    ),
  },
  { label: "請負金額", money: true, cell: ({ contractYen }) => <Money yen={contractYen} /> },
  { label: "保証金額", money: true, cell: ({ guaranteeYen }) => <Money yen={guaranteeYen} /> },
];

const detail: Column<Item> = {
  label: "操作",
  fold: "",
  cell: ({ id }, headerId) => (
    <TextLink href={paths.guarantee(id)} aria-describedby={headerId}>
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
    cell: ({ keyState }) => <Chip tone={keyTones[keyState]}>{KEY_STATE_NAMES[keyState]}</Chip>,
  },
  detail,
];

type GuaranteeListProps = {
  /** 電子保証（認証キー）: electronic ones only. */
  keys: boolean;
  rows: readonly Item[];
  pageSize: number;
  older: string | undefined;
  newer: string | undefined;
  /** The query of the URL. */
  asked: GuaranteeListQuery;
  /** The number of matches, in words. */
  total: string;
  obligees: readonly { value: string; label: string }[];
};

/** 保証契約一覧 with its two tabs: search, count, table, pages. Its whole state is in the URL. */
export function GuaranteeList({ keys, asked, ...list }: GuaranteeListProps) {
  const { q, obligee, product, state, sort } = asked;
  const query = { q, obligee, product, state, sort };
  const narrowed = Boolean(q || obligee || product || state);
  const clear = narrowed ? paths.guarantees({ sort }, keys) : undefined;
  const none = list.rows.length === 0;
  return (
    <>
      <PageTitle
        side={
          !none && (
            <TextLink plain href={paths.guaranteesCsv(query, keys)}>
              CSVを保存
            </TextLink>
          )
        }
      >
        保証契約一覧
      </PageTitle>
      <Tabs
        label="一覧の切り替え"
        items={[
          { href: paths.guarantees(), label: "保証契約一覧", current: !keys },
          { href: paths.guarantees({}, true), label: "電子保証（認証キー）", current: keys },
        ]}
      />
      {(narrowed || !none) && (
        <ListSearch
          action={paths.guarantees({}, keys)}
          label="保証契約の検索"
          text={{ label: "工事名・番号", value: q }}
          filters={[
            { name: "obligee", label: "発注者", value: obligee, options: list.obligees },
            { name: "product", label: "保証種類", value: product, options: PRODUCT_CHOICES },
            { name: "state", label: "保証期限", value: state, options: choicesOf(GUARANTEE_STATES) },
            {
              name: "sort",
              label: "並び順",
              value: sort ?? "newest",
              options: choicesOf(GUARANTEE_SORTS),
              always: true,
            },
          ]}
        />
      )}
      {none ? (
        <div className="space-medium">
          <NoGuarantees keys={keys} clear={clear} />
        </div>
      ) : (
        <>
          <ListCount
            noun={keys ? "電子保証" : "保証契約"}
            total={list.total}
            shown={list.older || list.newer ? list.rows.length : undefined}
            clear={clear}
          />
          <Table
            id="contract"
            columns={keys ? keysOnly : all}
            rows={list.rows}
            rowKey={({ id }) => id}
            label="保証契約"
          />
          <Pager
            size={list.pageSize}
            previous={list.newer && paths.guarantees({ ...query, after: list.newer }, keys)}
            next={list.older && paths.guarantees({ ...query, before: list.older }, keys)}
          />
        </>
      )}
    </>
  );
}

function NoGuarantees({ keys, clear }: { keys: boolean; clear: string | undefined }) {
  const noun = keys ? "電子保証" : "保証契約";
  if (clear)
    return (
      <Blank
        title={`条件に合う${noun}はありません`}
        heading="h2"
        action={
          <ButtonLink variant="line" href={clear}>
            条件をクリア
          </ButtonLink>
        }
      >
        番号は一部でも検索できます。発注者や保証種類の選択もご確認ください。
      </Blank>
    );
  return (
    <Blank
      title={`${noun}はまだありません`}
      heading="h2"
      action={<ButtonLink href={paths.applications()}>保証申込へ進む</ButtonLink>}
    >
      申込が発行されると、ここに表示されます。
    </Blank>
  );
}
