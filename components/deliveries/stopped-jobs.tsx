import { FailureText, SubjectText } from "#components/deliveries/failure-text.tsx";
import { RetryJob, type RetryJobProps } from "#components/deliveries/retry-button.tsx";
import { SectionHead } from "#components/layout/page.tsx";
import { Blank } from "#components/ui/blank.tsx";
import { type Column, Table } from "#components/ui/table.tsx";
import type { StoppedJob } from "#lib/features/deliveries/types.ts";

/** Shown after a job was restarted. */
export const STARTED_AGAIN = "もう一度実行しています。数秒後にこの画面を開き直すと、結果が分かります。";

const columnsFor = (action: RetryJobProps["action"]): Column<StoppedJob>[] => [
  {
    label: "処理",
    header: true,
    cell: ({ title, subject }) => (
      <>
        <b>
          {title}
          {subject?.productName && `（${subject.productName}）`}
        </b>
        {subject && <SubjectText {...subject} />}
      </>
    ),
  },
  { label: "止まった理由", fold: "理由", cell: ({ failure }) => <FailureText {...failure} /> },
  { label: "止まった日時", fold: "日時", num: true, cell: ({ failedAt }) => failedAt },
  {
    label: "操作",
    fold: "",
    cell: ({ jobKey }, headerId) => <RetryJob action={action} jobKey={jobKey} describedBy={headerId} />,
  },
];

/** The jobs that gave up, each with its reason and the button that restarts it. */
export function StoppedJobs({
  stopped,
  retry,
}: {
  stopped: readonly StoppedJob[];
  retry: RetryJobProps["action"];
}) {
  return (
    <section className="block" aria-labelledby="h-stopped">
      <SectionHead id="h-stopped" title="途中で止まった処理" />
      {stopped.length === 0 ? (
        <Blank title="途中で止まった処理はありません">止まったときは、理由をここに表示します。</Blank>
      ) : (
        <Table
          id="stopped"
          label="途中で止まった処理"
          columns={columnsFor(retry)}
          rows={stopped}
          rowKey={({ jobKey }) => jobKey}
        />
      )}
    </section>
  );
}
