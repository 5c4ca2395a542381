"use client";
import {
  ApprovalCard,
  BeginCard,
  DecisionCards,
  IssueCard,
  ReissueCard,
  WaitCard,
} from "#components/examinations/act-cards.tsx";
import { ActNotice } from "#components/examinations/act-notice.tsx";
import { useAction } from "#components/form/use-action.ts";
import {
  approveAction,
  beginExaminationAction,
  issueAction,
  refuseAction,
  returnAction,
} from "#lib/features/examinations/actions.ts";
import type { CaseModel } from "#lib/features/examinations/types.ts";

/**
 * What may be done with a case, by its status. All five results live here, whatever the status: without script the page
 * is drawn anew after an act, and the sentence about somebody who was faster must find its place in the new status.
 */
export function CaseActs(model: CaseModel) {
  const [begun, begin] = useAction(beginExaminationAction);
  const [approved, approve] = useAction(approveAction);
  const [returned, sendBack] = useAction(returnAction);
  const [declined, decline] = useAction(refuseAction);
  const [issued, issue] = useAction(issueAction);
  const { acts } = model;
  return (
    <>
      <ActNotice shown={acts.kind} results={[begun, approved, returned, declined, issued]} />
      {acts.kind === "begin" && <BeginCard model={model} why={acts.why} action={begin} />}
      {acts.kind === "examine" && (
        <>
          <ApprovalCard model={model} {...acts.approve} action={approve} result={approved} />
          <DecisionCards
            model={model}
            sendBack={{ action: sendBack, result: returned }}
            decline={{ action: decline, result: declined }}
          />
        </>
      )}
      {acts.kind === "issue" && <IssueCard model={model} {...acts} action={issue} result={issued} />}
      {acts.kind === "wait" &&
        (model.guarantees.some(({ reissue }) => reissue) ? (
          <ReissueCard model={model} />
        ) : (
          <WaitCard model={model} title={acts.title} why={acts.why} />
        ))}
    </>
  );
}
