import { ListSearch } from "#components/form/list-search.tsx";
import { Blank } from "#components/ui/blank.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { Chip } from "#components/ui/chip.tsx";
import { type Column, Table } from "#components/ui/table.tsx";
import { Unbroken } from "#components/ui/text.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { paths } from "#lib/core/paths.ts";

type ListedObligee = {
  id: string;
  name: string;
  title: string;
  accepts: boolean;
  /** The start rule in sentences. */
  conditions: readonly string[];
  /** The kinds of works, and how the key is handed in; empty when not known. */
  worksScope: string;
  handingIn: string;
  source: string;
};

const ask = "発注者にお尋ねください。";

const columns: Column<ListedObligee>[] = [
  {
    label: "発注者",
    header: true,
    cell: ({ title, name }) => (
      <div className="holds-name">
        <b>{title}</b>
        <span className="second-line">{name}</span>
      </div>
    ),
  },
  {
    label: "電子保証",
    cell: ({ accepts }) => (accepts ? <Chip tone="ok">利用できる</Chip> : <Chip>紙の証書のみ</Chip>),
  },
  {
    label: "対象と開始日",
    cell: ({ accepts, worksScope, conditions, source }) => (
      <>
        {accepts && worksScope && <p>対象：{worksScope}</p>}
        {conditions.map((line) => (
          <p key={line}>
            <Unbroken>{line}</Unbroken>
          </p>
        ))}
        <p className="second-line">
          出典：<Unbroken>{source}</Unbroken>
        </p>
      </>
    ),
  },
  {
    label: "認証キーの提出方法",
    fold: "提出方法",
    cell: ({ accepts, handingIn }) => (accepts ? handingIn || ask : "紙の保証証書を提出します。"),
  },
  {
    label: "調べる",
    fold: "",
    cell: ({ id, accepts }, headerId) =>
      accepts && (
        <TextLink className="nowrap" href={paths.eligibility({ obligee: id })} aria-describedby={headerId}>
          使えるか調べる
        </TextLink>
      ),
  },
];

type ObligeeListProps = { obligees: readonly ListedObligee[]; query: string; asOf: string };

/** The obligees with their rules, and a search by name that needs no script. */
export function ObligeeList({ obligees, query, asOf }: ObligeeListProps) {
  return (
    <>
      <p className="secondary">
        「紙の証書のみ」の発注者の工事は、証書（紙）で申し込んでください。一覧にない発注者の工事は、申込先の支店にお尋ねください。
      </p>
      <ListSearch
        action={paths.accepting()}
        label="発注者の検索"
        text={{ label: "発注者の名前", value: query }}
      />
      {obligees.length === 0 ? (
        <div className="search-end">
          <Blank
            title={`「${query}」を含む発注者は、一覧にありません`}
            heading="h2"
            action={
              <ButtonLink variant="line" href={paths.accepting()}>
                検索の条件をクリア
              </ButtonLink>
            }
          >
            一覧にない発注者の工事は、申込先の支店にお尋ねください。
          </Blank>
        </div>
      ) : (
        <>
          <div className="result">
            <p className="secondary">
              <span className="nowrap">{asOf}</span>現在、{query ? `「${query}」を含む` : ""}発注者は
              {obligees.length}
              件です。
            </p>
            {query && <TextLink href={paths.accepting()}>検索の条件をクリア</TextLink>}
          </div>
          <Table id="obligee" label="発注者" columns={columns} rows={obligees} rowKey={({ id }) => id} />
        </>
      )}
    </>
  );
}
