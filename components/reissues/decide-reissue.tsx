"use client";
import { ActionBanner } from "#components/form/action-banner.tsx";
import { ConfirmDialog } from "#components/form/confirm-dialog.tsx";
import { useAction } from "#components/form/use-action.ts";
import { Rows } from "#components/ui/rows.tsx";
import { Code } from "#components/ui/text.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { paths } from "#lib/core/paths.ts";
import { declineReissueAction, reissueKeyAction } from "#lib/features/reissues/actions.ts";
import type { OpenReissue } from "#lib/features/reissues/types.ts";

type DecideReissueProps = {
  applicationId: string;
  guaranteeId: string;
  productName: string;
  contractNumber: string;
  request: OpenReissue | null;
};

/**
 * A request for a new key and its two actions. The results are shown even when the request is already decided, so that
 * without script too, a person learns that somebody was faster.
 */
export function DecideReissue({
  applicationId,
  guaranteeId,
  productName,
  contractNumber,
  request,
}: DecideReissueProps) {
  const [made, reissue] = useAction(reissueKeyAction);
  const [declined, decline] = useAction(declineReissueAction);
  const about = (
    <>
      {productName}　<Code>{contractNumber}</Code>
    </>
  );
  const newest = (
    <TextLink plain href={paths.branchCase(applicationId)}>
      最新の状態を表示
    </TextLink>
  );
  return (
    <>
      {request && (
        <div className="card space-medium" id={`reissue-${guaranteeId}`}>
          <h3>認証キーの再発行の依頼</h3>
          <Rows
            items={[
              { label: "保証契約", value: about },
              { label: "依頼した人", value: `${request.by}（${request.when}）` },
              { label: "理由", value: <span className="keep-lines">{request.reason}</span> },
            ]}
          />
          <div className="space-small">
            <p className="before-button">再発行すると、今の認証キーはすぐに使えなくなります。</p>
            <ConfirmDialog
              action={reissue}
              button="認証キーを再発行"
              title="認証キーを再発行しますか"
              hidden={{ id: request.id }}
            >
              <p>
                {about}
                の認証キーを新しくします。今の認証キーは、すぐに使えなくなります。保証証書は変わりません。この操作は取り消せません。
              </p>
            </ConfirmDialog>
          </div>
          <div className="set-apart">
            <h4>依頼を断るとき</h4>
            <ConfirmDialog
              action={decline}
              button="依頼を断る"
              variant="danger"
              title="再発行の依頼を断りますか"
              hidden={{ id: request.id }}
              reason={{
                name: "reason",
                label: "断る理由",
                help: "断るときに入力してください。",
                error: declined.status === "invalid" ? declined.fields.reason : undefined,
                defaultValue: "values" in declined ? declined.values?.reason : undefined,
              }}
            >
              <p>認証キーは変わりません。お客様の画面に理由を表示します。</p>
            </ConfirmDialog>
          </div>
        </div>
      )}
      <ActionBanner result={made} className="space-medium">
        {newest}
      </ActionBanner>
      <ActionBanner result={declined} className="space-medium">
        {newest}
      </ActionBanner>
    </>
  );
}
