"use client";
import { ContactCards } from "#components/applications/contact-cards.tsx";
import { useDraftForm } from "#components/applications/draft-context.tsx";
import type { SaveClosed, SaveState } from "#components/applications/draft-saver.ts";
import { Aside } from "#components/layout/page.tsx";
import { Card } from "#components/ui/card.tsx";
import { classes } from "#components/ui/classes.ts";
import { Rows } from "#components/ui/rows.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { formatInstant } from "#lib/core/calendar.ts";
import { formatYen } from "#lib/core/money.ts";
import { paths } from "#lib/core/paths.ts";
import {
  advanceShare,
  interimShares,
  performanceShare,
  type Share,
  yenOf,
} from "#lib/features/applications/steps/live.ts";

/** The side column of the form: the amounts live, whether the draft is kept, whom to call. */
export function DraftAside({ id, save, waiting }: { id: string; save: SaveState; waiting: boolean }) {
  const { raw, context } = useDraftForm();
  const chosen = context.branches.filter((branch) => branch.id === raw.branch);
  return (
    <Aside label="申込の金額と保存" sticky>
      <AmountsCard />
      <SavedCard id={id} state={save} waiting={waiting} />
      <ContactCards branches={chosen.length > 0 ? chosen : context.branches} />
    </Aside>
  );
}

function AmountsCard() {
  const { raw, context } = useDraftForm();
  const contractYen = yenOf(raw.contractYen);
  return (
    <Card title="申込の金額">
      <Rows
        tight
        items={[
          {
            label: "請負金額",
            value: contractYen === null ? null : <span className="num">{formatYen(contractYen)}</span>,
          },
          { label: "前払金保証金額", ...amountOf(raw.advanceApply, advanceShare(raw, context), "超過") },
          {
            label: "契約保証金額",
            ...amountOf(raw.performanceApply, performanceShare(raw, context), "不足"),
          },
          ...(raw.interimApply
            ? [
                {
                  label: "中間前払金保証金額",
                  ...amountOf(raw.interimApply, interimShares(raw, context).alone, "超過"),
                },
              ]
            : []),
        ]}
      />
    </Card>
  );
}

function amountOf(applied: string | undefined, { yen, ratio, met }: Share, trouble: string) {
  if (!applied) return { empty: "申し込まない" };
  if (yen === null) return {};
  return {
    value: (
      <>
        <span className="num">{formatYen(yen)}</span>
        {ratio !== null && (
          <span className={classes("line2", met === false && "wrong")}>
            割合 {ratio}
            {met === false && `（${trouble}）`}
          </span>
        )}
      </>
    ),
  };
}

/** `waiting`: a field was changed elsewhere too, and nobody said yet which text stays. */
function SavedCard({ id, state, waiting }: { id: string; state: SaveState; waiting: boolean }) {
  return (
    <Card title="下書き">
      {waiting && <p className="small wrong">別の画面でも変更された項目は、まだ保存していません。</p>}
      {state.status === "saved" && !waiting && (
        <p className="small">
          保存しました　<span className="num">{timeOf(state.savedAt)}</span>
        </p>
      )}
      {state.status === "pending" && <p className="small">保存しています</p>}
      {/* Only trouble is announced: a word after every pause would talk into the typing. */}
      <div role="status" className="small wrong">
        {state.status === "failed" && (
          <p>
            {navigator.onLine
              ? "保存できませんでした。自動でもう一度保存します。"
              : "インターネットにつながっていないため、保存できませんでした。つながると自動で保存します。"}
            このまま入力を続けられます。
          </p>
        )}
        {state.status === "closed" && <Closed id={id} reason={state.reason} />}
      </div>
      <p className="small sub">入力した内容は自動で保存します。別の端末でも続きを入力できます。</p>
    </Card>
  );
}

function Closed({ id, reason }: { id: string; reason: SaveClosed }) {
  if (reason === "signed_out")
    return (
      <p>
        ログアウトしているため、保存できません。入力した内容はこの画面に残っています。
        <TextLink href={paths.login()} plain target="_blank" rel="noopener">
          ログインし直して
        </TextLink>
        から、この画面に戻ってください。
      </p>
    );
  if (reason === "refused")
    return <p>入力した文字が多すぎるため、保存できません。短くして入力してください。</p>;
  if (reason === "deleted" || reason === "not_found")
    return (
      <p>
        この下書きは削除されたため、変更を保存できません。入力した内容はこの画面に残っています。
        <TextLink href={paths.applications()}>「保証申込」の一覧を開く</TextLink>
      </p>
    );
  return (
    <p>
      この申込は送信済みのため、変更を保存できません。
      <TextLink href={paths.application(id)}>申込の状況を見る</TextLink>
    </p>
  );
}

/** The time alone for today, the date too for an older draft. */
function timeOf(savedAt: string): string {
  const text = formatInstant(new Date(savedAt));
  return text.slice(0, 10) === formatInstant(new Date()).slice(0, 10) ? text.slice(11) : text;
}
