import { fieldsWhere, QUESTIONS } from "#lib/features/questions/constants.ts";

/** The fields that a duplicate of an application leaves out: they belong to the works of then, or were stated of them. */
export const LEFT_OUT = fieldsWhere(({ duplicated }) => !duplicated);

/** The same as a person is told. */
export const LEFT_OUT_WORDS = [
  ...new Set(LEFT_OUT.map((field) => QUESTIONS[field].leftOutAs ?? QUESTIONS[field].label)),
  "添付書類",
];

/** Why a draft is open to nobody any more, as told at it. */
export const CLOSED = {
  not_found: "この申込は見つかりません。「保証申込」の一覧から開き直してください。",
  not_editable: "この申込は送信済みのため、変更できません。",
  deleted: "この下書きは、別の画面で削除されました。「保証申込」の一覧に戻り、新しく作成してください。",
} as const;
