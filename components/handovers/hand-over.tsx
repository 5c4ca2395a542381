"use client";
import { ActionNotice } from "#components/form/action-notice.tsx";
import { ConfirmDialog } from "#components/form/confirm-dialog.tsx";
import { useAction } from "#components/form/use-action.ts";
import { TextLink } from "#components/ui/text-link.tsx";
import { paths } from "#lib/core/paths.ts";
import { handOverAction } from "#lib/features/handovers/actions.ts";
import type { HandoverGuide, HandoverItem } from "#lib/features/handovers/types.ts";

/** 「小田原市へ提出する」: asks once, then the portal sends the mail that the page shows. */
export function HandOver({ id, guide }: { id: string; guide: HandoverGuide }) {
  const [result, handOver] = useAction(handOverAction);
  const { obligeeName, address, section, fileName, otherPapers } = guide;
  const [latest] = guide.items;
  return (
    <>
      <ConfirmDialog
        action={handOver}
        button={`${obligeeName}へ提出する`}
        fill
        title={`${obligeeName}へ電子メールで提出しますか`}
        hidden={{ id, sequence: String((latest?.sequence ?? 0) + 1) }}
      >
        <p className="wrap-anywhere">
          {section}（{address}）へ、保証デスクから「{fileName}
          」を送信します。件名と本文は「提出のしかた」のとおりです。
        </p>
        {otherPapers.length > 0 && (
          <p className="block-s">
            そのほかの書類（{otherPapers.join("、")}）は添付されません。別に提出してください。
          </p>
        )}
        {latest && !latest.outdated && (
          <p className="block-s">
            {latest.when}に一度提出しています（{latest.stateName}）。もう一通送信します。
          </p>
        )}
      </ConfirmDialog>
      <ActionNotice result={result} className="block-s">
        <TextLink plain href={paths.contract(id)}>
          最新の状態を表示
        </TextLink>
      </ActionNotice>
    </>
  );
}

/** What became of the mail. */
export function HandoverState({ item, href }: { item: HandoverItem; href: string }) {
  return (
    <>
      <p className="small wrap-anywhere">
        宛先：{item.recipient}
        <br />
        提出した人：{item.by}
      </p>
      {item.state === "waiting" && (
        <p className="small">
          送信しています。
          <TextLink plain href={href}>
            最新の状態を表示
          </TextLink>
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
