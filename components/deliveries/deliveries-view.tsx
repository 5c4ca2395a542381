import { FailureText, SubjectText } from "#components/deliveries/failure-text.tsx";
import { RetryMail } from "#components/deliveries/retry-button.tsx";
import { STARTED_AGAIN, StoppedJobs } from "#components/deliveries/stopped-jobs.tsx";
import { SectionHead } from "#components/layout/page.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { Blank } from "#components/ui/blank.tsx";
import { Chip, type ChipTone } from "#components/ui/chip.tsx";
import { type Column, Table } from "#components/ui/table.tsx";
import { retryJobAction } from "#lib/features/deliveries/actions.ts";
import type { StoppedJob, UnsentMail } from "#lib/features/deliveries/types.ts";

const states: Record<UnsentMail["state"], { tone: ChipTone; word: string }> = {
  waiting: { tone: "go", word: "送信待ち" },
  retrying: { tone: "turn", word: "再送待ち" },
  failed: { tone: "stop", word: "送信失敗" },
};

const mailColumns: Column<UnsentMail>[] = [
  {
    label: "宛先・件名",
    header: true,
    cell: ({ recipient, mailSubject, subject }) => (
      <>
        <b>{recipient}</b>
        <span className="second-line">{mailSubject}</span>
        {subject && <SubjectText {...subject} />}
      </>
    ),
  },
  {
    label: "状況",
    cell: ({ state, attempts, failure }) => (
      <>
        <Chip tone={states[state].tone}>{states[state].word}</Chip>
        {attempts > 0 && <span className="second-line">{attempts}回送信しました</span>}
        {failure && <FailureText {...failure} />}
      </>
    ),
  },
  { label: "作成日時", fold: "日時", num: true, cell: ({ createdAt }) => createdAt },
  {
    label: "操作",
    fold: "",
    cell: ({ id, state }, headerId) =>
      state === "failed" ? (
        <RetryMail id={id} describedBy={headerId} />
      ) : (
        <span className="secondary">自動で送信します</span>
      ),
  },
];

const done = {
  job: STARTED_AGAIN,
  mail: "メールをもう一度送信しています。数秒後にこの画面を開き直すと、結果が分かります。",
};

type DeliveriesProps = {
  stopped: readonly StoppedJob[];
  mails: readonly UnsentMail[];
  /** The job or mail that was just restarted. */
  retried: "job" | "mail" | undefined;
};

/** Jobs and mails that stopped or are in progress, each with its reason and its action. */
export function DeliveriesView({ stopped, mails, retried }: DeliveriesProps) {
  return (
    <div>
      {retried && <Banner tone="ok" role="status" title={done[retried]} />}
      <StoppedJobs stopped={stopped} retry={retryJobAction} />
      <section className="block" aria-labelledby="h-mails">
        <SectionHead id="h-mails" title="届いていないお知らせメール" />
        {mails.length === 0 ? (
          <Blank title="お知らせメールはすべて送信済みです">
            送信できないときは、理由をここに表示します。
          </Blank>
        ) : (
          <Table
            id="mail"
            label="届いていないお知らせメール"
            columns={mailColumns}
            rows={mails}
            rowKey={({ id }) => id}
          />
        )}
      </section>
    </div>
  );
}
