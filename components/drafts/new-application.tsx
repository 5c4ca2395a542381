"use client";
import { ActionBanner } from "#components/form/action-banner.tsx";
import { SubmitButton } from "#components/form/submit-button.tsx";
import { useAction } from "#components/form/use-action.ts";
import type { ButtonLook } from "#components/ui/button.tsx";
import { createDraftAction } from "#lib/features/drafts/actions.ts";

/** 「申込の作成（新規）」: a button instead of a link, because it creates something. */
export function NewApplication(look: Pick<ButtonLook, "size">) {
  const [result, create] = useAction(createDraftAction);
  return (
    <form action={create}>
      <ActionBanner result={result} className="errors" />
      <SubmitButton {...look}>申込の作成（新規）</SubmitButton>
    </form>
  );
}
