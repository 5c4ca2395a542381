"use client";
import { useEffect } from "react";
import type { SaveClosed, SaveState } from "#components/drafts/draft-saver.ts";
import { classes } from "#components/ui/classes.ts";
import { TextLink } from "#components/ui/text-link.tsx";
import { formatInstant } from "#lib/core/calendar.ts";
import { paths } from "#lib/core/paths.ts";

export type SavedProps = {
  id: string;
  state: SaveState;
  /** A field was changed elsewhere too, and nobody has chosen a text yet. */
  waiting: boolean;
};

const isTrouble = ({ state, waiting }: SavedProps) =>
  waiting || state.status === "failed" || state.status === "closed";

/**
 * Below the buttons: when the draft was saved. Trouble is shown at the lower edge of the window, wherever somebody
 * types.
 */
export function SavedBar(props: SavedProps) {
  const { state } = props;
  const closed = state.status === "closed" ? state.reason : null;
  const trouble = isTrouble(props);
  // Only trouble is announced, since a word after every pause would speak over the typing; an alert above says the
  // rest.
  const said = state.status === "failed" || closed === "signed_out" || closed === "refused";
  useEffect(() => {
    if (trouble) document.querySelector("main :focus")?.scrollIntoView({ block: "nearest" });
  }, [trouble]);
  return (
    <div className={classes("saved", trouble && "stuck")}>
      <div role="status">{said && <SavedWords {...props} />}</div>
      {!said && <SavedWords {...props} />}
    </div>
  );
}

/** Whether the draft is saved, in words. */
export function SavedWords(props: SavedProps) {
  const { id, state, waiting } = props;
  return (
    <div className={classes("small", isTrouble(props) && "wrong")}>
      {waiting && (
        <p>
          別の画面でも変更された項目は、まだ保存していません。
          <TextLink plain href="#draft-conflict">
            どちらを残すか選ぶ
          </TextLink>
        </p>
      )}
      {state.status === "saved" && !waiting && (
        <p>
          保存しました　<span className="digits">{timeOf(state.savedAt)}</span>
        </p>
      )}
      {state.status === "pending" && <p>保存しています</p>}
      {state.status === "failed" && (
        <p>
          {navigator.onLine
            ? "保存できませんでした。自動でもう一度保存します。"
            : "通信できないため、保存できませんでした。つながると自動で保存します。"}
        </p>
      )}
      {state.status === "closed" && <Closed id={id} reason={state.reason} />}
    </div>
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

/** Only the time for today, with the date for an older draft. */
function timeOf(savedAt: string): string {
  const text = formatInstant(new Date(savedAt));
  return text.slice(0, 10) === formatInstant(new Date()).slice(0, 10) ? text.slice(11) : text;
}
