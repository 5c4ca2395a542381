"use client";
import { ActionBanner } from "#components/form/action-banner.tsx";
import { ConfirmDialog } from "#components/form/confirm-dialog.tsx";
import { useReadOnly } from "#components/form/read-only.tsx";
import { useAction } from "#components/form/use-action.ts";
import { TextLink } from "#components/ui/text-link.tsx";
import { paths } from "#lib/core/paths.ts";
import { handOverAction } from "#lib/features/handovers/actions.ts";
import type { HandoverGuide } from "#lib/features/handovers/types.ts";

type HandOverProps = {
  id: string;
  guide: HandoverGuide;
  /** The obligee has already looked it up with this key, so nothing has to be handed in. */
  seen: boolean;
};

/** 「小田原市へ提出する」: after a confirmation, the portal sends the mail shown on the page. */
export function HandOver({ id, guide, seen }: HandOverProps) {
  const readOnly = useReadOnly();
  const [result, handOver] = useAction(handOverAction);
  const { obligeeName, address, section, fileName, otherPapers } = guide;
  const [latest] = guide.items;
  const sent = latest && !latest.outdated ? latest : undefined;
  return (
    <>
      <ActionBanner
        result={result}
        className="space-small"
        done={`${obligeeName}への提出を受け付けました。メールの送信の結果は、この画面に表示します。`}
      >
        <TextLink plain href={paths.guarantee(id)}>
          最新の状態を表示
        </TextLink>
      </ActionBanner>
      {sent && (
        <p className={sent.state === "failed" ? "space-small wrong" : "space-small"}>
          提出の状況：{sent.stateName}（<span className="digits">{sent.when}</span>）
        </p>
      )}
      {seen && <p>{obligeeName}は確認済みです。もう一度提出する必要はありません。</p>}
      {sent?.state !== "waiting" && !readOnly && (
        <p className="no-print">
          押すと、下の宛先へ保証デスクからメールを送信します。送信する前に、確認の画面を表示します。
        </p>
      )}
      {sent?.state !== "waiting" && (
        <div className="actions snug">
          <ConfirmDialog
            action={handOver}
            button={`${obligeeName}へ提出する`}
            {...(sent || seen ? { variant: "line" } : {})}
            fill
            title={`${obligeeName}へ電子メールで提出しますか`}
            hidden={{ id, sequence: String((latest?.sequence ?? 0) + 1) }}
          >
            <p>
              {section}（{address}）へ、保証デスクから「{fileName}
              」を送信します。件名と本文は「提出のしかた」のとおりです。
            </p>
            {otherPapers.length > 0 && (
              <p className="space-small">
                そのほかの書類（{otherPapers.join("、")}）は添付されません。別に提出してください。
              </p>
            )}
            {sent && (
              <p className="space-small">
                {sent.when}に一度提出しています（{sent.stateName}）。もう一通送信します。
              </p>
            )}
          </ConfirmDialog>
        </div>
      )}
    </>
  );
}
