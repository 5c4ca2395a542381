"use client";
import { type MouseEvent, useEffect, useRef } from "react";
import { useDraftForm } from "#components/drafts/draft-context.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { Button, ButtonLink } from "#components/ui/button.tsx";
import { type Column, Table } from "#components/ui/table.tsx";
import { Unbroken } from "#components/ui/text.tsx";
import { formatInstant } from "#lib/core/calendar.ts";
import { wordsOf } from "#lib/features/drafts/rules.ts";
import type { Change } from "#lib/features/drafts/types.ts";
import { FIELDS } from "#lib/features/questions/constants.ts";

type Row = Change & { mine: string; theirs: string };

function Text({ children }: { children: string }) {
  return (
    <span className="keep-lines">
      <Unbroken>{children}</Unbroken>
    </span>
  );
}

const columns: Column<Row>[] = [
  { label: "項目", header: true, cell: ({ field }) => FIELDS[field] },
  { label: "自分の入力", cell: ({ mine }) => <Text>{mine}</Text> },
  { label: "最新の内容", cell: ({ theirs }) => <Text>{theirs}</Text> },
];

type DraftConflictProps = {
  changes: readonly Change[];
  /** Takes the focus whenever this changes, because somebody wants to continue. */
  asked: object;
  /** The address of this tab with the newest texts. */
  href: string;
  onKeep: () => void;
  onTake: () => void;
};

/** Fields that were changed here and elsewhere: shows both texts and lets a person choose, with and without script. */
export function DraftConflict({ changes, asked, href, onKeep, onTake }: DraftConflictProps) {
  const { raw, context } = useDraftForm();
  const frame = useRef<HTMLDivElement>(null);
  const first = useRef(asked);

  useEffect(() => {
    if (first.current !== asked) frame.current?.focus();
    first.current = asked;
  }, [asked]);

  if (changes.length === 0) return null;
  const last = changes.reduce((latest, change) => (change.at > latest.at ? change : latest));
  const rows = changes.map((change) => ({
    ...change,
    mine: wordsOf(change.field, raw[change.field] ?? "", context),
    theirs: wordsOf(change.field, change.latest, context),
  }));
  const instead = (choose: () => void) => (event: MouseEvent) => {
    event.preventDefault();
    choose();
  };
  return (
    <div ref={frame} id="draft-conflict" className="errors" tabIndex={-1}>
      <Banner role="alert" title="この下書きは、別の画面で更新されています" heading="h2">
        <p>
          次の項目は、こちらの画面と別の画面の両方で変更されています。どちらを残すか選んでください。選ぶまで、この項目は保存されません。
        </p>
        <p className="small secondary">
          別の画面で更新した日時：<span className="digits">{formatInstant(new Date(last.at))}</span>（
          {last.by}）
        </p>
        <div className="space-small">
          <Table
            id="conflict"
            columns={columns}
            rows={rows}
            rowKey={({ field }) => field}
            label="両方で変更した項目"
          />
        </div>
        <div className="actions">
          <Button type="submit" variant="line" name="intent" value="keep" onClick={instead(onKeep)}>
            自分の入力を残す
          </Button>
          <ButtonLink plain variant="line" href={href} onClick={instead(onTake)}>
            最新の内容を開く
          </ButtonLink>
        </div>
      </Banner>
    </div>
  );
}
