"use client";
import { type ReactNode, useEffect, useRef } from "react";
import { Banner } from "#components/ui/banner.tsx";
import { Code } from "#components/ui/text.tsx";
import { type ActionResult, FOREIGN_ORIGIN, UNREACHED } from "#lib/core/result.ts";

type ActionBannerProps = {
  /** What the form's action answered; a new object per attempt. */
  result: ActionResult<unknown>;
  /** The sentence when it is done, where the form is gone by then. */
  done?: string;
  /** Classes of the frame around it, for its distance to what follows. */
  className?: string;
  /** Help below the sentence of a refusal, such as a link to the newest state. */
  children?: ReactNode;
};

/**
 * The answer of a form's action: the sentence of a refusal, the reference of a failure or, with `done`, that it is
 * done. It takes the focus again at every attempt. Mistakes in fields are shown by the error summary.
 */
export function ActionBanner({ result, done, className, children }: ActionBannerProps) {
  const frame = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (result.status !== "idle") frame.current?.focus();
  }, [result]);

  if (result.status === "done" && done)
    return (
      <div ref={frame} className={className} tabIndex={-1}>
        <Banner tone="ok" role="status" title={done} />
      </div>
    );
  if (result.status === "refused")
    return (
      <div ref={frame} className={className} tabIndex={-1}>
        <Banner tone="error" role="alert" title={result.message}>
          {children}
        </Banner>
      </div>
    );
  if (result.status === "failed" && result.ref === UNREACHED)
    return (
      <div ref={frame} className={className} tabIndex={-1}>
        <Banner tone="error" role="alert" title="通信が途切れました。">
          <p>入力した内容は、この画面に残っています。通信を確認して、もう一度お試しください。</p>
          <p>前の操作が届いていた場合も、二重に処理することはありません。</p>
        </Banner>
      </div>
    );
  if (result.status === "failed" && result.ref === FOREIGN_ORIGIN)
    return (
      <div ref={frame} className={className} tabIndex={-1}>
        <Banner tone="error" role="alert" title="この画面からの操作であることを確かめられませんでした。">
          <p>
            何も処理していません。ページを開き直して、もう一度お試しください。続く場合は、ブラウザーの設定（送信元の情報を送らない設定）を確認してください。
          </p>
        </Banner>
      </div>
    );
  if (result.status === "failed")
    return (
      <div ref={frame} className={className} tabIndex={-1}>
        <Banner tone="error" role="alert" title="処理できませんでした。">
          <p>
            時間をおいて、もう一度お試しください。続く場合は、お問い合わせのときに次の番号をお知らせください。
          </p>
          <p>
            番号　<Code>{result.ref}</Code>
          </p>
        </Banner>
      </div>
    );
  return null;
}
