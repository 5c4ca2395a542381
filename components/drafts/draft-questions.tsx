"use client";
import { Fragment, type ReactNode } from "react";
import { useDraftForm } from "#components/drafts/draft-context.tsx";
import { DraftField } from "#components/drafts/draft-fields.tsx";
import { Needed } from "#components/drafts/needed.tsx";
import { type FieldName, fieldsWhere, isAnswered, QUESTIONS } from "#lib/features/questions/constants.ts";
import type { Group } from "#lib/features/questions/lines/line.ts";
import { isAsked } from "#lib/features/questions/steps/cases.ts";

type Beside = Partial<Record<FieldName, ReactNode>>;

type DraftQuestionsProps = {
  group: Group;
  /** Shown in a field, under its control. */
  notes?: Beside;
  /** Shown after a field. */
  then?: Beside;
};

/**
 * All questions of a group in the order of the form, each with the control of its kind. Boxes are placed by the tab.
 */
export function DraftQuestions({ group, notes = {}, then = {} }: DraftQuestionsProps) {
  const { raw } = useDraftForm();
  const fields = fieldsWhere((question) => question.group === group && isAnswered(question));
  return fields.map((name) => {
    const field = <DraftField name={name} after={notes[name]} />;
    const question = QUESTIONS[name];
    return (
      <Fragment key={name}>
        {question.asked ? <Needed when={isAsked(question, raw)}>{field}</Needed> : field}
        {then[name]}
      </Fragment>
    );
  });
}
