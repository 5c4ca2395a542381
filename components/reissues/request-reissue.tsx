"use client";
import { ActionBanner } from "#components/form/action-banner.tsx";
import { ConfirmDialog } from "#components/form/confirm-dialog.tsx";
import { useReadOnly } from "#components/form/read-only.tsx";
import { useAction } from "#components/form/use-action.ts";
import { Card } from "#components/ui/card.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { paths } from "#lib/core/paths.ts";
import { requestReissueAction } from "#lib/features/reissues/actions.ts";
import type { ReissueState } from "#lib/features/reissues/types.ts";

type RequestReissueProps = { id: string; branchName: string; state: ReissueState };

/** Asks the branch for a new key, or shows the state of the request. */
export function RequestReissue({ id, branchName, state }: RequestReissueProps) {
  const [result, request] = useAction(requestReissueAction);
  const readOnly = useReadOnly();
  const { open, declined, reissuedAt, sequence } = state;
  const mistake = result.status === "invalid" ? result.fields.reason : undefined;
  return (
    <Card title="認証キーの再発行">
      {reissuedAt && (
        <p className="small">
          <span className="digits">{reissuedAt}</span> に再発行しました。以前の認証キーは使えません。
        </p>
      )}
      {open ? (
        <>
          <p className="small">
            <span className="digits">{open.when}</span> に依頼しました（
            <span className="nowrap">{open.by}</span>）。
          </p>
          <p className="small">{branchName}の処理をお待ちください。</p>
          <p className="small secondary keep-lines space-small">理由：{open.reason}</p>
        </>
      ) : (
        <>
          {declined && (
            <p className="small keep-lines">
              <span className="digits">{declined.when}</span> に{branchName}が依頼を断りました。理由：
              {declined.reason}
            </p>
          )}
          <p className="small">
            認証キーがほかの人に知られたおそれのあるときは、{readOnly && "会社の管理者か申込担当の方が、"}
            {branchName}に再発行を依頼できます。
          </p>
          <ConfirmDialog
            action={request}
            button="認証キーの再発行を依頼する"
            variant="line"
            fill
            title={`${branchName}へ再発行を依頼しますか`}
            hidden={{ id, sequence: String(sequence) }}
            reason={{
              name: "reason",
              label: "再発行の理由",
              required: true,
              error: mistake,
              defaultValue: "values" in result ? result.values?.reason : undefined,
            }}
          >
            <p>
              再発行されると、今の認証キーはすぐに使えなくなります。新しい認証キーのお知らせ（PDF）を、発注者に提出し直してください。
            </p>
          </ConfirmDialog>
        </>
      )}
      <ActionBanner result={result} className="space-small">
        <TextLink plain href={paths.guarantee(id)}>
          最新の状態を表示
        </TextLink>
      </ActionBanner>
    </Card>
  );
}
