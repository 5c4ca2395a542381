"use client";
import { SubmitButton } from "#components/form/submit-button.tsx";
import { useAction } from "#components/form/use-action.ts";
import { Banner } from "#components/ui/banner.tsx";
import type { ActionResult } from "#lib/core/result.ts";
import { type retryJobAction, retryMailAction } from "#lib/features/deliveries/actions.ts";

type RetryProps = {
  /** The id of the row's header, since every row has this button. */
  describedBy: string;
};

export type RetryJobProps = RetryProps & { action: typeof retryJobAction; jobKey: string };

/** 「もう一度実行する」 for a job. */
export function RetryJob({ action, jobKey, describedBy }: RetryJobProps) {
  const [result, retry] = useAction(action);
  return (
    <form action={retry}>
      <input type="hidden" name="jobKey" value={jobKey} />
      <SubmitButton variant="line" className="nowrap" aria-describedby={describedBy}>
        もう一度実行する
      </SubmitButton>
      <Problem result={result} />
    </form>
  );
}

/** 「もう一度送信する」 for a mail. */
export function RetryMail({ id, describedBy }: RetryProps & { id: string }) {
  const [result, retry] = useAction(retryMailAction);
  return (
    <form action={retry}>
      <input type="hidden" name="mailId" value={id} />
      <SubmitButton variant="line" className="nowrap" aria-describedby={describedBy}>
        もう一度送信する
      </SubmitButton>
      <Problem result={result} />
    </form>
  );
}

function Problem({ result }: { result: ActionResult }) {
  if (result.status === "refused")
    return <Banner plain role="alert" className="space-small" title={result.message} />;
  if (result.status === "failed")
    return (
      <Banner plain tone="error" role="alert" className="space-small" title="処理できませんでした">
        <p>番号　{result.ref}</p>
      </Banner>
    );
  return null;
}
