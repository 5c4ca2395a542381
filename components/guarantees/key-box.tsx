import { IssueWatch } from "#components/examinations/issue-watch.tsx";
import { Wait } from "#components/ui/blank.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { KeyText } from "#components/ui/key-text.tsx";
import { Code, Note } from "#components/ui/text.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { helpPath, paths } from "#lib/core/paths.ts";

/** The key for its owner: to read, to copy, and as the key notice for the obligee. */
export function KeyBox({
  id,
  value,
  contractNumber,
  keyNoticeReady,
}: {
  id: string;
  value: string;
  contractNumber: string;
  /** False while the notice of a new key is being made. */
  keyNoticeReady: boolean;
}) {
  return (
    <section className="key-box" aria-labelledby="h-key">
      <div className="key-box-inner">
        <div>
          <h2 id="h-key">認証キー</h2>
          <p>
            <KeyText value={value} />
          </p>
        </div>
        <div>
          <p className="label">保証契約番号</p>
          <p>
            <Code>{contractNumber}</Code>
          </p>
        </div>
      </div>
      <p className="small secondary">下線の文字は数字です。大文字と小文字は区別します。</p>
      <div className="actions snug">
        {keyNoticeReady && (
          <ButtonLink href={paths.keyNotice(id)} plain>
            <Icon name="print" size={20} />
            印刷
          </ButtonLink>
        )}
        <CopyButton text={value} label="認証キーをコピー" />
        <TextLink href={helpPath("hand-in")}>保存と提出の方法</TextLink>
      </div>
      {!keyNoticeReady && (
        <div className="space-small">
          <Wait>新しい認証キーのお知らせ（PDF）を作っています。ほかの画面に移っても続きます。</Wait>
          <IssueWatch brief />
        </div>
      )}
      <div className="space-small">
        <Note>
          発注者にお知らせください。「印刷」を押して、お知らせのPDFを発注者に提出することをお勧めします。
        </Note>
      </div>
    </section>
  );
}
