import { DeleteDraft } from "#components/applications/draft-acts.tsx";
import { DraftTasks } from "#components/applications/draft-tasks.tsx";
import { Blank } from "#components/ui/blank.tsx";
import { Chip } from "#components/ui/chip.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { type Column, Table } from "#components/ui/table.tsx";
import { Code, Money } from "#components/ui/text.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { paths } from "#lib/core/paths.ts";
import type { StepSlug } from "#lib/features/applications/constants.ts";
import type { TabProgress } from "#lib/features/applications/steps/progress.ts";
import type { ApplicationItem } from "#lib/features/applications/types.ts";

/** How far each tab of a draft is, by the draft's id. */
type Progress = ReadonlyMap<string, Record<StepSlug, TabProgress>>;
type Row = ApplicationItem & { progress: Record<StepSlug, TabProgress> | undefined };

/** What stands where a draft has no name yet. */
export const unnamed = "（工事名は未入力です）";

const columns: Column<Row>[] = [
  {
    label: "手続状況",
    cell: ({ status }) => <Chip tone={status.tone}>{status.label}</Chip>,
  },
  {
    label: "発注者・工事名",
    header: true,
    cell: ({ id, workName, obligeeTitle, returnedFor, progress }) => (
      <>
        <b>{workName || unnamed}</b>
        {obligeeTitle && <span className="line2">{obligeeTitle}</span>}
        {returnedFor !== null && (
          <span className="line2 whitespace-pre-line">差戻しの理由：{returnedFor}</span>
        )}
        {progress && <DraftTasks id={id} progress={progress} />}
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
    cell: ({ productNames, guaranteedYen }) =>
      productNames.length === 0 ? (
        <Nothing>未送信</Nothing>
      ) : (
        <>
          <Money yen={guaranteedYen} />
          {productNames.map((name) => (
            <span key={name} className="line2">
              {name}
            </span>
          ))}
        </>
      ),
  },
  {
    label: "更新日時",
    num: true,
    cell: ({ editable, savedAt, submittedAt }) => (editable ? savedAt : (submittedAt ?? savedAt)),
  },
  { label: "操作", fold: "", cell: (row, headerId) => <Act row={row} headerId={headerId} /> },
];

function Nothing({ children }: { children: string }) {
  return <span className="sub">{children}</span>;
}

function Act({ row, headerId }: { row: Row; headerId: string }) {
  const [href, label] = row.editable
    ? [paths.applicationStep(row.id, "works"), row.returnedFor === null ? "続きを入力する" : "修正する"]
    : [paths.application(row.id), "状況を見る"];
  return (
    <>
      <TextLink className="nb" href={href} aria-describedby={headerId}>
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
  progress: Progress;
};

/** Drafts and applications, newest first, each with what can be done next. */
export function ApplicationList({ rows, pageSize, older, newer, progress }: ApplicationListProps) {
  if (rows.length === 0)
    return (
      <div className="near">
        <Blank title="申込はまだありません" heading="h2">
          「申込の作成（新規）」を押すと、下書きができます。入力した内容は自動で保存します。
        </Blank>
      </div>
    );
  return (
    <>
      <div className="result">
        <p role="status">
          {older || newer ? (
            `${rows.length}件を表示しています`
          ) : (
            <>
              <b>{rows.length}件</b>の下書きと申込があります
            </>
          )}
        </p>
        <p className="small sub">作成日の新しい順</p>
      </div>
      <Table
        id="application"
        columns={columns}
        rows={rows.map((row) => ({ ...row, progress: progress.get(row.id) }))}
        rowKey={({ id }) => id}
        label="下書きと申込"
      />
      <Pager
        size={pageSize}
        previous={newer && paths.applications({ after: newer })}
        next={older && paths.applications({ before: older })}
      />
    </>
  );
}
