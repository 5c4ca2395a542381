"use client";
import { ActionBanner } from "#components/form/action-banner.tsx";
import { SubmitButton } from "#components/form/submit-button.tsx";
import { useAction } from "#components/form/use-action.ts";
import { TextLink } from "#components/ui/text-link.tsx";
import { paths } from "#lib/core/paths.ts";
import { submitApplicationAction } from "#lib/features/applications/actions.ts";

type SubmitFormProps = {
  id: string;
  version: number;
  /** Identifies the answers shown on this page; no others are sent. */
  fingerprint: string;
};

/** 「申込を送信する」: sends once, however often it is pressed. */
export function SubmitForm({ id, version, fingerprint }: SubmitFormProps) {
  const [result, submit] = useAction(submitApplicationAction);
  return (
    <form action={submit}>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="shown" value={fingerprint} />
      <ActionBanner result={result} className="space-small">
        <p>
          {/* A plain link: the router would show this page again as it was. */}
          <TextLink plain href={paths.applicationConfirm(id)}>
            最新の内容を開く
          </TextLink>
        </p>
      </ActionBanner>
      <div className="actions snug">
        <SubmitButton size="big">申込を送信する</SubmitButton>
        <TextLink href={paths.applicationTab(id, "works")}>申込の作成に戻る</TextLink>
      </div>
    </form>
  );
}
