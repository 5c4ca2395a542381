"use client";
import {
  ApprovalCard,
  BeginCard,
  DecisionCards,
  IssueCard,
  ReissueCard,
  WaitCard,
} from "#components/examinations/action-cards.tsx";
import { CaseBanner } from "#components/examinations/case-banner.tsx";
import { useAction } from "#components/form/use-action.ts";
import {
  approveAction,
  beginExaminationAction,
  declineAction,
  issueAction,
  returnAction,
} from "#lib/features/examinations/actions.ts";
import type { CaseModel } from "#lib/features/examinations/types.ts";

/**
 * The actions of a case, by its status. All five results live here: without script the page is drawn again after an
 * action, and the sentence about somebody who was faster must be shown under the new status too.
 */
export function CaseActionPanel(model: CaseModel) {
  const [begun, begin] = useAction(beginExaminationAction);
  const [approved, approve] = useAction(approveAction);
  const [returned, sendBack] = useAction(returnAction);
  const [declined, decline] = useAction(declineAction);
  const [issued, issue] = useAction(issueAction);
  const { actions } = model;
  return (
    <>
      <CaseBanner shown={actions.kind} results={[begun, approved, returned, declined, issued]} />
      {actions.kind === "begin" && <BeginCard model={model} why={actions.why} action={begin} />}
      {actions.kind === "examine" && (
        <>
          <ApprovalCard model={model} {...actions.approve} action={approve} result={approved} />
          <DecisionCards
            model={model}
            sendBack={{ action: sendBack, result: returned }}
            decline={{ action: decline, result: declined }}
          />
        </>
      )}
      {actions.kind === "issue" && <IssueCard model={model} {...actions} action={issue} result={issued} />}
      {actions.kind === "wait" &&
        (model.guarantees.some(({ reissue }) => reissue) ? (
          <ReissueCard model={model} />
        ) : (
          <WaitCard model={model} title={actions.title} why={actions.why} />
        ))}
    </>
  );
}
