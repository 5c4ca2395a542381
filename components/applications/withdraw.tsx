"use client";
import { ActionBanner } from "#components/form/action-banner.tsx";
import { ConfirmDialog } from "#components/form/confirm-dialog.tsx";
import { useAction } from "#components/form/use-action.ts";
import { Card } from "#components/ui/card.tsx";
import { Code } from "#components/ui/text.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { paths } from "#lib/core/paths.ts";
import { withdrawAction } from "#lib/features/applications/actions.ts";

type WithdrawProps = {
  id: string;
  version: number;
  receiptNumber: string;
  workName: string;
  /** Whether it is still possible: the branch has not begun. */
  allowed: boolean;
};

/**
 * 「申込を取り下げる」, until the branch begins. The result is shown whatever the status: without script the page is drawn again,
 * and the sentence about a branch that was faster needs its place.
 */
export function Withdraw({ id, version, receiptNumber, workName, allowed }: WithdrawProps) {
  const [result, withdraw] = useAction(withdrawAction);
  if (!allowed && result.status === "idle") return null;
  return (
    <Card title="申込の取下げ">
      {allowed && (
        <>
          <p className="small">支店が審査を始めるまでは、申込を取り下げることができます。</p>
          <ConfirmDialog
            action={withdraw}
            button="申込を取り下げる"
            variant="danger"
            title="この申込を取り下げますか"
            hidden={{ id, version: String(version) }}
          >
            <p>
              {workName}（受付番号 <Code>{receiptNumber}</Code>
              ）の申込を取り下げます。この操作は取り消せません。
            </p>
          </ConfirmDialog>
        </>
      )}
      <ActionBanner result={result} className="space-small">
        <p>
          <TextLink plain href={paths.application(id)}>
            最新の状態を表示
          </TextLink>
        </p>
      </ActionBanner>
    </Card>
  );
}
