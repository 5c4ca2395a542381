"use client";
import { ActionBanner } from "#components/form/action-banner.tsx";
import { SubmitButton } from "#components/form/submit-button.tsx";
import { useAction } from "#components/form/use-action.ts";
import { Banner } from "#components/ui/banner.tsx";
import type { ButtonLook } from "#components/ui/button.tsx";
import {
  deleteDraftAction,
  duplicateApplicationAction,
  restoreDraftAction,
} from "#lib/features/drafts/actions.ts";

/** 「下書きを削除」: no confirmation, because it can be undone. `about` is the id of the draft's name. */
export function DeleteDraft({ id, about }: { id: string; about: string }) {
  const [result, remove] = useAction(deleteDraftAction);
  return (
    <form action={remove} className="row-danger">
      <ActionBanner result={result} className="space-small" />
      <input type="hidden" name="id" value={id} />
      <SubmitButton variant="danger" aria-describedby={about}>
        下書きを削除
      </SubmitButton>
    </form>
  );
}

/** After a draft was deleted: its name, and a button that restores it. */
export function DeletedDraft({ id, workName }: { id: string; workName: string }) {
  const [result, restore] = useAction(restoreDraftAction);
  return (
    <form action={restore} className="errors">
      <ActionBanner result={result} className="errors" />
      <Banner role="status" title={`${workName && `「${workName}」の`}下書きを削除しました`} heading="h2">
        <input type="hidden" name="id" value={id} />
        <div className="actions">
          <SubmitButton variant="line">元に戻す</SubmitButton>
        </div>
      </Banner>
    </form>
  );
}

/** Makes a draft from a submission: of one application, or of the last one without an id. */
export function DuplicateApplication({ id, ...look }: { id?: string } & ButtonLook) {
  const [result, duplicate] = useAction(duplicateApplicationAction);
  return (
    <form action={duplicate}>
      <ActionBanner result={result} className="errors" />
      {id && <input type="hidden" name="id" value={id} />}
      <SubmitButton variant="line" {...look}>
        {id ? "この申込を複製" : "前回の申込を複製"}
      </SubmitButton>
    </form>
  );
}
