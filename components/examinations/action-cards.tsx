import type { ReactNode } from "react";
import { IssueWatch } from "#components/examinations/issue-watch.tsx";
import { ConfirmDialog, type ConfirmDialogProps } from "#components/form/confirm-dialog.tsx";
import { SubmitButton } from "#components/form/submit-button.tsx";
import { Wait } from "#components/ui/blank.tsx";
import { Card } from "#components/ui/card.tsx";
import { type Row, Rows } from "#components/ui/rows.tsx";
import { Money } from "#components/ui/text.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { paths } from "#lib/core/paths.ts";
import type { ActionResult } from "#lib/core/result.ts";
import type { CaseModel } from "#lib/features/examinations/types.ts";

type CardAction = { action: ConfirmDialogProps["action"]; result: ActionResult };

const hiddenOf = ({ id, version }: CaseModel) => ({ id, version: String(version) });

/** The error of the last attempt, if it was made on this version of the case. */
function errorOf({ result, field, model }: { result: ActionResult; field: string; model: CaseModel }) {
  if (result.status !== "invalid" || result.values?.version !== String(model.version)) return undefined;
  return result.fields[field];
}

const total = (model: CaseModel): Row => ({
  label: "保証金額の合計",
  value: <Money yen={model.guaranteedYen} />,
});
const limit = (model: CaseModel): Row => ({
  label: "支店の限度額",
  value: <Money yen={model.approvalLimitYen} />,
});
const examiner = (model: CaseModel): Row => ({
  label: "審査した人",
  value: model.examinerName,
  empty: "なし",
});

function Why({ children }: { children: ReactNode }) {
  return <p className="small space-small">{children}</p>;
}

/** 「審査を開始」, without confirmation, because sending back undoes it. */
export function BeginCard({
  model,
  why,
  action,
}: {
  model: CaseModel;
  why: string;
  action: ConfirmDialogProps["action"];
}) {
  return (
    <Card title="審査">
      <Rows tight items={[total(model), limit(model)]} />
      <Why>{why}</Why>
      <form action={action} className="space-small">
        {Object.entries(hiddenOf(model)).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <SubmitButton size="big" fill>
          審査を開始
        </SubmitButton>
      </form>
    </Card>
  );
}

/** 「承認」 for those who may approve, and the reason for everybody else. */
export function ApprovalCard({
  model,
  allowed,
  why,
  action,
  result,
}: CardAction & { model: CaseModel; allowed: boolean; why: string }) {
  const concerns = model.checks.flatMap(({ passed, title }) => (passed ? [] : title));
  return (
    <Card title="承認">
      <Rows tight items={[total(model), limit(model), examiner(model)]} />
      <Why>{why}</Why>
      {allowed && (
        <>
          <ConfirmDialog
            action={action}
            button="承認"
            size="big"
            fill
            title="この申込を承認しますか"
            hidden={hiddenOf(model)}
            error={
              result.status === "refused" && result.reason === "second_person_needed"
                ? result.message
                : undefined
            }
          >
            <p>
              {model.workName}（{model.obligeeTitle}）の保証 <Money yen={model.guaranteedYen} />
              を承認します。
            </p>
            {concerns.length > 0 && (
              <p>
                確認が必要な項目が{concerns.length}件あります（{concerns.join("、")}）。
              </p>
            )}
          </ConfirmDialog>
          <p className="small secondary space-small">承認した後に、「発行」を選べます。</p>
        </>
      )}
    </Card>
  );
}

/** 「差戻す」 and 「謝絶」, each with its own reason. */
export function DecisionCards({
  model,
  sendBack,
  decline,
}: {
  model: CaseModel;
  sendBack: CardAction;
  decline: CardAction;
}) {
  const reason = (label: string, help: string, { result }: CardAction) => ({
    name: "reason",
    label,
    help,
    error: errorOf({ result, field: "reason", model }),
    defaultValue: "values" in result ? result.values?.reason : undefined,
  });
  return (
    <>
      <Card title="差戻し">
        <ConfirmDialog
          action={sendBack.action}
          button="差戻す"
          variant="line"
          fill
          title="この申込を差し戻しますか"
          hidden={hiddenOf(model)}
          reason={reason("差戻しの理由", "差し戻すときに入力してください。", sendBack)}
        >
          <p>{model.companyName} 様の画面に理由を表示します。修正した申込は、同じ受付番号で届きます。</p>
        </ConfirmDialog>
      </Card>
      <Card title="謝絶">
        <ConfirmDialog
          action={decline.action}
          button="謝絶"
          variant="danger"
          title="この申込を謝絶しますか"
          hidden={hiddenOf(model)}
          reason={reason("謝絶の理由", "謝絶するときに入力してください。", decline)}
        >
          <p>{model.companyName} 様の画面に理由を表示します。この操作は取り消せません。</p>
        </ConfirmDialog>
      </Card>
    </>
  );
}

/** 「発行」, once the premium has arrived, unless it is collected monthly. */
export function IssueCard({
  model,
  premium,
  needsReceipt,
  action,
  result,
}: CardAction & { model: CaseModel; premium: string; needsReceipt: boolean }) {
  const approver: Row = { label: "承認した人", value: model.approverName, empty: "なし" };
  const unconfirmed =
    result.status === "refused" && result.reason === "premium_not_confirmed" ? result.message : undefined;
  return (
    <Card title="発行">
      <Rows tight items={[total(model), examiner(model), approver]} />
      <Why>{premium}</Why>
      <ConfirmDialog
        action={action}
        button="発行"
        size="big"
        fill
        title="保証証書を発行しますか"
        hidden={hiddenOf(model)}
        check={
          needsReceipt
            ? { name: "premiumReceived", label: "保証料の受領を確認しました", error: unconfirmed }
            : undefined
        }
        error={needsReceipt ? undefined : unconfirmed}
      >
        <p>
          {model.amounts.map(({ label }) => label).join("と")}
          の保証証書を発行します。この操作は取り消せません。
        </p>
      </ConfirmDialog>
    </Card>
  );
}

/** Shown after the issue when a contractor has asked for a new key; it leads to the request. */
export function ReissueCard({ model: { guarantees } }: { model: CaseModel }) {
  const waiting = guarantees.filter(({ reissue }) => reissue);
  return (
    <Card title={`再発行の依頼が${waiting.length}件あります`}>
      <ul>
        {waiting.map(({ id, productName }) => (
          <li key={id}>
            <TextLink href={`#reissue-${id}`}>{productName}の依頼を確認する</TextLink>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** Shown when the branch has nothing to do: why, and while the job works, a page that follows it. */
export function WaitCard({ model, title, why }: { model: CaseModel; title: string; why: string }) {
  return (
    <Card title={title}>
      {model.issuing ? (
        <>
          <Wait>{why}</Wait>
          <p className="small space-small">
            <TextLink plain href={paths.branchCase(model.id)}>
              最新の状態を表示
            </TextLink>
          </p>
          <IssueWatch />
        </>
      ) : (
        <p className="small">{why}</p>
      )}
    </Card>
  );
}
