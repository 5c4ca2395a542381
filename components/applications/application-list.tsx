import { DeleteDraft } from "#components/drafts/draft-actions.tsx";
import { DraftTasks } from "#components/drafts/draft-tasks.tsx";
import { choicesOf, ListSearch } from "#components/form/list-search.tsx";
import { Blank } from "#components/ui/blank.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { Chip } from "#components/ui/chip.tsx";
import { ListCount } from "#components/ui/list-count.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { type Column, Table } from "#components/ui/table.tsx";
import { Code, Money, Unbroken } from "#components/ui/text.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { paths } from "#lib/core/paths.ts";
import { APPLICATION_SORTS } from "#lib/features/applications/constants.ts";
import { STATUS_LABELS } from "#lib/features/applications/status.ts";
import type { ApplicationItem, ApplicationListQuery } from "#lib/features/applications/types.ts";
import { PRODUCT_CHOICES } from "#lib/features/products/constants.ts";
import type { TabSlug } from "#lib/features/questions/constants.ts";
import type { TabProgress } from "#lib/features/questions/steps/progress.ts";

/** How far each tab of a draft is. */
type Progress = Record<TabSlug, TabProgress>;
/** The products that a draft applies for so far. */
type Applied = { productNames: string[]; yen: bigint };
type Row = ApplicationItem & { progress: Progress | undefined; applied: Applied | undefined };

/** Shown while a draft has no name. */
export const unnamed = "（工事名は未入力です）";

const columns = (readOnly: boolean): Column<Row>[] => [
  {
    label: "手続状況",
    cell: ({ status }) => <Chip tone={status.tone}>{status.label}</Chip>,
  },
  {
    label: "発注者・工事名",
    header: true,
    cell: ({ id, workName, obligeeTitle, returnedFor, unread, progress }) => (
      <>
        <b>
          <Unbroken>{workName || unnamed}</Unbroken>
        </b>
        {obligeeTitle && <span className="second-line">{obligeeTitle}</span>}
        {returnedFor !== null && <span className="second-line keep-lines">差戻しの理由：{returnedFor}</span>}
        {unread && <Chip tone="turn">未読の連絡</Chip>}
        {progress && returnedFor === null && <DraftTasks id={id} progress={progress} />}
      </>
    ),
  },
  {
    label: "受付番号",
    cell: ({ receiptNumber }) => (receiptNumber ? <Code>{receiptNumber}</Code> : <Nothing>未送信</Nothing>),
  },
  {
    label: "保証金額",
    money: true,
    cell: ({ productNames, guaranteedYen, receiptNumber, applied }) =>
      receiptNumber === null && applied ? (
        <Amount yen={applied.yen} productNames={applied.productNames} />
      ) : (
        <Amount yen={guaranteedYen} productNames={productNames} />
      ),
  },
  {
    label: "保存日時",
    num: true,
    cell: ({ editable, savedAt, submittedAt }) => (editable ? savedAt : (submittedAt ?? savedAt)),
  },
  {
    label: "操作",
    fold: "",
    cell: (row, headerId) => <RowAction row={row} headerId={headerId} readOnly={readOnly} />,
  },
];

function Amount({ yen, productNames }: { yen: bigint; productNames: readonly string[] }) {
  return (
    <>
      {yen === 0n ? <Nothing>未入力</Nothing> : <Money yen={yen} />}
      {productNames.map((name) => (
        <span key={name} className="second-line">
          {name}
        </span>
      ))}
    </>
  );
}

function Nothing({ children }: { children: string }) {
  return <span className="secondary">{children}</span>;
}

function RowAction({ row, headerId, readOnly }: { row: Row; headerId: string; readOnly: boolean }) {
  const [href, label] =
    row.editable && !readOnly
      ? [paths.applicationTab(row.id, "works"), row.returnedFor === null ? "続きを入力する" : "修正する"]
      : [paths.application(row.id), "状況を見る"];
  return (
    <>
      <TextLink className="nowrap row-action" href={href} aria-describedby={headerId}>
        {label}
      </TextLink>
      {row.progress && row.receiptNumber === null && <DeleteDraft id={row.id} about={headerId} />}
    </>
  );
}

type ApplicationListProps = {
  rows: readonly ApplicationItem[];
  pageSize: number;
  older: string | undefined;
  newer: string | undefined;
  progress: ReadonlyMap<string, Progress>;
  /** By the id of the draft. */
  applied: ReadonlyMap<string, Applied>;
  /** The query of the URL. */
  asked: ApplicationListQuery;
  /** The number of matches, in words. */
  total: string;
  obligees: readonly { value: string; label: string }[];
  /** For a person who may only read. */
  readOnly: boolean;
};

/** Drafts and applications, each with the next action. The list's whole state is in the URL. */
export function ApplicationList({ asked, progress, applied, readOnly, ...list }: ApplicationListProps) {
  const { q, obligee, product, status, sort } = asked;
  const query = { q, obligee, product, status, sort };
  const narrowed = Boolean(q || obligee || product || status);
  const clear = narrowed ? paths.applications({ sort }) : undefined;
  if (list.rows.length === 0 && !clear)
    return (
      <div className="space-medium">
        <Blank title="申込はまだありません" heading="h2">
          {readOnly
            ? "会社の管理者か申込担当の方が作成すると、ここに表示します。"
            : "「申込の作成（新規）」を押すと、下書きができます。入力した内容は自動で保存します。"}
        </Blank>
      </div>
    );
  return (
    <>
      <ListSearch
        action={paths.applications()}
        label="申込の検索"
        text={{ label: "工事名・番号", value: q }}
        filters={[
          { name: "obligee", label: "発注者", value: obligee, options: list.obligees },
          { name: "product", label: "保証種類", value: product, options: PRODUCT_CHOICES },
          { name: "status", label: "手続状況", value: status, options: choicesOf(STATUS_LABELS) },
          {
            name: "sort",
            label: "並び順",
            value: sort ?? "newest",
            options: choicesOf(APPLICATION_SORTS),
            always: true,
          },
        ]}
      />
      {list.rows.length === 0 ? (
        <div className="space-medium">
          <Blank
            title="条件に合う申込はありません"
            heading="h2"
            action={
              <ButtonLink variant="line" href={clear ?? paths.applications()}>
                条件をクリア
              </ButtonLink>
            }
          >
            番号は一部でも検索できます。発注者や手続状況の選択もご確認ください。
          </Blank>
        </div>
      ) : (
        <>
          <ListCount
            noun="下書きと申込"
            total={list.total}
            shown={list.older || list.newer ? list.rows.length : undefined}
            clear={clear}
          />
          <Table
            id="application"
            columns={columns(readOnly)}
            rows={list.rows.map((row) => ({
              ...row,
              progress: readOnly ? undefined : progress.get(row.id),
              applied: applied.get(row.id),
            }))}
            rowKey={({ id }) => id}
            label="下書きと申込"
          />
          <Pager
            size={list.pageSize}
            previous={list.newer && paths.applications({ ...query, after: list.newer })}
            next={list.older && paths.applications({ ...query, before: list.older })}
          />
        </>
      )}
    </>
  );
}
