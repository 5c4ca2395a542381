import { type FieldName, fieldsWhere } from "#lib/features/questions/constants.ts";

/** The answers that a company gives in every application, in the order of the page: field name and label. */
export const DEFAULT_FIELDS = {
  contactDepartment: "担当部署",
  contactPosition: "役職",
  contactName: "担当者名",
  contactPhone: "電話番号",
  noticeEmail: "メールアドレス",
  bank: "預託金融機関",
  branch: "申込送信先",
  billTo: "保証料請求先",
} as const;

export type DefaultField = keyof typeof DEFAULT_FIELDS;

/** The fields of the form that an answer fills: bank and bill exist once per product. */
export function filledBy(answer: DefaultField): FieldName[] {
  return fieldsWhere(({ fromCompany }) => fromCompany === answer);
}
