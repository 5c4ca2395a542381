import { IssueWatch } from "#components/examinations/issue-watch.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { HandoverItem } from "#lib/features/handovers/types.ts";

/** The state of the mail; it updates itself while the mail is being sent. */
export function HandoverState({ item, href }: { item: HandoverItem; href: string }) {
  return (
    <>
      <p className="small">
        宛先：{item.recipient}
        <br />
        提出した人：{item.by}
      </p>
      {item.state === "waiting" && (
        <p className="small">
          送信しています。ほかの画面に移っても続きます。
          <TextLink plain href={href}>
            最新の状態を表示
          </TextLink>
          <IssueWatch brief />
        </p>
      )}
      {item.state === "failed" && (
        <p className="small wrong">
          提出先のメールサーバーに届いていません。取扱いの支店からの再送信を待つか、提出先に確認して、もう一度提出してください。
        </p>
      )}
    </>
  );
}
