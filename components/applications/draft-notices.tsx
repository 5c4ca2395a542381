"use client";
import type { MouseEvent } from "react";
import type { SaveState } from "#components/applications/draft-saver.ts";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Code } from "#components/ui/text.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { paths } from "#lib/core/paths.ts";
import type { ActionResult } from "#lib/core/result.ts";
import type { RawDraft } from "#lib/features/applications/types.ts";

/** What keeps the whole form from going on: sent meanwhile, or a trouble of the server. */
export function DraftNotices({
  id,
  result,
  save,
}: {
  id: string;
  result: ActionResult<unknown>;
  save: SaveState;
}) {
  const over = save.status === "closed" && (save.reason === "not_editable" || save.reason === "not_found");
  if (result.status === "refused" || over)
    return (
      <Notice tone="warn" role="alert" className="errors" title="この申込は変更できません" heading="h2">
        <p>
          {result.status === "refused" ? result.message : "別の画面で送信されたため、変更を保存できません。"}
        </p>
        <p>
          <TextLink href={paths.application(id)}>申込の状況を見る</TextLink>
        </p>
      </Notice>
    );
  if (result.status === "failed")
    return (
      <Notice tone="err" role="alert" className="errors" title="保存と確認ができませんでした" heading="h2">
        <p>入力した内容はこの画面に残っています。時間をおいて、もう一度お試しください。</p>
        <p>
          番号　<Code>{result.ref}</Code>
        </p>
      </Notice>
    );
  return null;
}

/** After a clear: what stood there comes back with one button, with script or without. */
export function Cleared({ undo, onRestore }: { undo: RawDraft; onRestore: (event: MouseEvent) => void }) {
  return (
    <Notice role="status" className="block-s" title="このタブの入力をクリアしました">
      <input type="hidden" name="undo" value={JSON.stringify(undo)} />
      <div className="actions">
        <Button type="submit" variant="line" name="intent" value="restore" onClick={onRestore}>
          元に戻す
        </Button>
      </div>
    </Notice>
  );
}
