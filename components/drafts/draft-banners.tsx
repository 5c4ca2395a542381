"use client";
import type { MouseEvent } from "react";
import type { SaveState } from "#components/drafts/draft-saver.ts";
import { ActionBanner } from "#components/form/action-banner.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { Button } from "#components/ui/button.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { paths } from "#lib/core/paths.ts";
import type { ActionResult } from "#lib/core/result.ts";
import type { RawDraft } from "#lib/features/questions/types.ts";

/** Why the whole form cannot continue: it was sent meanwhile, or the server failed. */
export function DraftBanners({
  id,
  result,
  save,
}: {
  id: string;
  result: ActionResult<unknown>;
  save: SaveState;
}) {
  const state = <TextLink href={paths.application(id)}>申込の状況を見る</TextLink>;
  if (result.status === "refused" || result.status === "failed")
    return (
      <ActionBanner result={result} className="errors">
        {state}
      </ActionBanner>
    );
  if (save.status !== "closed" || save.reason === "signed_out" || save.reason === "refused") return null;
  if (save.reason === "deleted" || save.reason === "not_found")
    return (
      <Banner tone="warn" role="alert" className="errors" title="この下書きは削除されています" heading="h2">
        <p>
          別の画面で削除されたため、変更を保存できません。
          <TextLink href={paths.applications({ deleted: id })}>削除した下書きを元に戻す</TextLink>
        </p>
      </Banner>
    );
  return (
    <Banner tone="warn" role="alert" className="errors" title="この申込は変更できません" heading="h2">
      <p>別の画面で送信されたため、変更を保存できません。{state}</p>
    </Banner>
  );
}

/** After a clear: one button brings the texts back, with and without script. */
export function Cleared({ undo, onRestore }: { undo: RawDraft; onRestore: (event: MouseEvent) => void }) {
  return (
    <Banner role="status" className="space-small" title="このタブの入力をクリアしました">
      <input type="hidden" name="undo" value={JSON.stringify(undo)} />
      <div className="actions">
        <Button type="submit" variant="line" name="intent" value="restore" onClick={onRestore}>
          元に戻す
        </Button>
      </div>
    </Banner>
  );
}
