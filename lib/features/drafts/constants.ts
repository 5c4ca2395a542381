import { fieldsWhere, QUESTIONS } from "#lib/features/questions/constants.ts";

/** The fields that a duplicate leaves out, because they belong to the earlier works. */
export const LEFT_OUT = fieldsWhere(({ duplicated }) => !duplicated);

/** The same in words. */
export const LEFT_OUT_WORDS = [
  ...new Set(LEFT_OUT.map((field) => QUESTIONS[field].leftOutAs ?? QUESTIONS[field].label)),
  "添付書類",
];

/** Why a draft can no longer be edited, as shown on it. */
export const CLOSED = {
  not_found: "この申込は見つかりません。「保証申込」の一覧から開き直してください。",
  not_editable: "この申込は送信済みのため、変更できません。",
  deleted: "この下書きは、別の画面で削除されました。「保証申込」の一覧に戻り、新しく作成してください。",
} as const;
