"use client";
import type { ReactNode } from "react";
import { ActionBanner } from "#components/form/action-banner.tsx";
import { FormTitle } from "#components/form/form-title.tsx";
import { ImeSafeForm } from "#components/form/ime-safe-form.tsx";
import { SubmitButton } from "#components/form/submit-button.tsx";
import { useAction } from "#components/form/use-action.ts";
import { verifyAction } from "#lib/features/verification/actions.ts";

type LookupProps = {
  /** The number of the result below. The key is never written into a page. */
  contractNumber?: string;
  /** The result of number and key; removed when another lookup fails, because it would read as its answer. */
  result?: ReactNode;
  /** What is shown below in any case. */
  children?: ReactNode;
};

/** The lookup form with its answer below. It works without JavaScript, and a typed number or key stays. */
export function Lookup({ contractNumber, result, children }: LookupProps) {
  const [answer, action] = useAction(verifyAction);
  const typed = "values" in answer ? answer.values?.contractNumber : undefined;
  const failed = answer.status === "refused" || answer.status === "failed";
  return (
    <>
      <FormTitle errors={failed} />
      <ImeSafeForm className="lookup" aria-label="照会" action={action}>
        <div className="lookup-inner">
          <div>
            <label className="label" htmlFor="contractNumber">
              保証契約番号
            </label>
            <input
              type="text"
              id="contractNumber"
              name="contractNumber"
              defaultValue={typed ?? contractNumber}
              autoComplete="off"
              spellCheck={false}
              aria-describedby="lk"
            />
          </div>
          <div>
            <label className="label" htmlFor="key">
              認証キー
            </label>
            <input
              type="text"
              id="key"
              name="key"
              autoComplete="off"
              spellCheck={false}
              autoCapitalize="off"
              aria-describedby="lk"
            />
          </div>
          <SubmitButton>照会する</SubmitButton>
        </div>
        <p className="small secondary" id="lk">
          {result && "認証キーは表示しません。続けて照会するときは、もう一度入力してください。"}
          お知らせのPDFから貼り付けられます。空白、ハイフン、全角文字が混ざっていても照会できます。
        </p>
      </ImeSafeForm>
      <div className="space-medium">
        <ActionBanner result={answer} className="errors">
          {answer.status === "refused" && answer.reason === "no_match" && (
            <>
              <p>お知らせのPDFから貼り付けると、入力の誤りを防げます。</p>
              <p>番号と認証キーは、保証ごとに違います。</p>
            </>
          )}
        </ActionBanner>
        {!failed && result}
        {children}
      </div>
    </>
  );
}
