import { FIELDS, type FieldName } from "#lib/features/questions/constants.ts";

/** What a copy of an application leaves out, in words: it belongs to the works of then, or was stated of them. */
const leftOut: readonly (readonly [words: string, fields: RegExp])[] = [
  [FIELDS.workNumber, /^workNumber$/],
  [FIELDS.noticeOn, /^noticeOn$/],
  [FIELDS.nominatedOn, /^nominatedOn$/],
  [FIELDS.contractedOn, /^contractedOn$/],
  [FIELDS.worksFrom, /^worksFrom$/],
  [FIELDS.worksTo, /^worksTo$/],
  ["年度割", /^year/],
  [FIELDS.advanceBaseYen, /BaseYen$/],
  ["保証期限", /ExpiresOn$/],
  ["中間前払金保証の内容", /^interim(?!Bank$|BillTo$)/],
  [FIELDS.messageToBranch, /^messageToBranch$/],
];

/** The fields that a copy leaves out. */
export const LEFT_OUT: readonly FieldName[] = (Object.keys(FIELDS) as FieldName[]).filter((field) =>
  leftOut.some(([, fields]) => fields.test(field)),
);

/** The same as a person is told. */
export const LEFT_OUT_WORDS = [...leftOut.map(([words]) => words), "添付書類"];

/** Why a draft is open to nobody any more, as told at it. */
export const CLOSED = {
  not_found: "この申込は見つかりません。「保証申込」の一覧から開き直してください。",
  not_editable: "この申込は送信済みのため、変更できません。",
  deleted: "この下書きは、別の画面で削除されました。「保証申込」の一覧に戻り、新しく作成してください。",
} as const;
