"use client";
import { ActionNotice } from "#components/form/action-notice.tsx";
import { SubmitButton } from "#components/form/submit-button.tsx";
import { useAction } from "#components/form/use-action.ts";
import type { ButtonLook } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import {
  copyApplicationAction,
  deleteDraftAction,
  restoreDraftAction,
} from "#lib/features/drafts/actions.ts";

/** 「下書きを削除」: no question before it, because it can be taken back. `about` is the id of what names the draft. */
export function DeleteDraft({ id, about }: { id: string; about: string }) {
  const [result, remove] = useAction(deleteDraftAction);
  return (
    <form action={remove} className="row-danger">
      <ActionNotice result={result} className="space-small" />
      <input type="hidden" name="id" value={id} />
      <SubmitButton variant="danger" aria-describedby={about}>
        下書きを削除
      </SubmitButton>
    </form>
  );
}

/** After a draft was thrown away: which one, and the way back. */
export function DeletedDraft({ id, workName }: { id: string; workName: string }) {
  const [result, restore] = useAction(restoreDraftAction);
  return (
    <form action={restore} className="errors">
      <ActionNotice result={result} className="errors" />
      <Notice role="status" title={`${workName && `「${workName}」の`}下書きを削除しました`} heading="h2">
        <input type="hidden" name="id" value={id} />
        <div className="actions">
          <SubmitButton variant="line">元に戻す</SubmitButton>
        </div>
      </Notice>
    </form>
  );
}

/** Makes a draft of what was sent: of one application, or of the last one when no id is given. */
export function CopyApplication({ id, ...look }: { id?: string } & ButtonLook) {
  const [result, copy] = useAction(copyApplicationAction);
  return (
    <form action={copy}>
      <ActionNotice result={result} className="errors" />
      {id && <input type="hidden" name="id" value={id} />}
      <SubmitButton variant="line" {...look}>
        {id ? "この申込を複製" : "前回の申込を複製"}
      </SubmitButton>
    </form>
  );
}
