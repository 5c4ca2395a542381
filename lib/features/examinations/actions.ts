"use server";
import { requireBranch } from "#lib/auth/gates.ts";
import { defineAction } from "#lib/core/action.ts";
import { paths } from "#lib/core/paths.ts";
import {
  approveApplication,
  beginExamination,
  declineApplication,
  issueGuarantees,
  returnApplication,
} from "./commands.ts";
import { declineForm, issueForm, returnForm, transitionForm } from "./schema.ts";

const common = {
  not_found: "この申込は見つかりません。",
  changed_meanwhile: ({ detail }: { detail?: string }) => detail ?? "",
};

const then = ({ id }: { id: string }) => paths.branchCase(id);

/** 「審査を開始」 */
export const beginExaminationAction = defineAction({
  name: "examination.begin",
  gate: requireBranch,
  schema: transitionForm,
  run: beginExamination,
  refused: common,
  then,
});

/** 「差戻す」 */
export const returnAction = defineAction({
  name: "examination.return",
  gate: requireBranch,
  schema: returnForm,
  run: returnApplication,
  refused: common,
  then,
});

/** 「謝絶」 */
export const declineAction = defineAction({
  name: "examination.decline",
  gate: requireBranch,
  schema: declineForm,
  run: declineApplication,
  refused: common,
  then,
});

/** 「承認」 */
export const approveAction = defineAction({
  name: "examination.approve",
  gate: requireBranch,
  schema: transitionForm,
  run: approveApplication,
  refused: {
    ...common,
    second_person_needed: "支店の限度額を超えるため、審査した人とは別の承認者が承認します。",
  },
  then,
});

/** 「発行」 */
export const issueAction = defineAction({
  name: "examination.issue",
  gate: requireBranch,
  schema: issueForm,
  run: issueGuarantees,
  refused: {
    ...common,
    premium_not_confirmed: "保証料の受領を確認してから、チェックを入れてください。",
  },
  then,
});
