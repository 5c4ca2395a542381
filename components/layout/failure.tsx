type FailureProps = {
  /** The reference under which the server logged the error. */
  reference?: string | undefined;
  retry: () => void;
};

/** The content of a page that failed: what to do, whom to call, and the reference to mention. */
export function Failure({ reference, retry }: FailureProps) {
  return (
    <>
      <div className="title">
        <h1>画面を表示できませんでした</h1>
      </div>
      <div className="stack">
        <p>時間をおいて、もう一度開いてください。下書きの内容は保存しています。</p>
        {reference && (
          <>
            <p>続く場合は、取扱いの支店へ次の番号をお知らせください。</p>
            <p>
              番号　<span className="code">{reference}</span>
            </p>
          </>
        )}
        <div className="actions">
          <button type="button" className="button" onClick={retry}>
            もう一度開く
          </button>
        </div>
      </div>
    </>
  );
}
