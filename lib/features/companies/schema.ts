import { z } from "zod";
import { foldCode } from "#lib/core/text.ts";
import { email, optionalLine, optionalPhone } from "#lib/features/questions/schema.ts";
import { type DefaultField, DEFAULT_FIELDS as L } from "./constants.ts";

/** Raw text of one control. */
const raw = z.string().max(1_000, "1,000文字以内で入力してください。").default("");

/** What the form posts. */
export const companyInput = {
  contactDepartment: raw,
  contactPosition: raw,
  contactName: raw,
  contactPhone: raw,
  noticeEmail: raw,
  bank: raw,
  branch: raw,
  billTo: raw,
};

/** Everything may be left empty; what is given is read as the application reads it. */
const parsers = {
  contactDepartment: optionalLine(L.contactDepartment),
  contactPosition: optionalLine(L.contactPosition),
  contactName: optionalLine(L.contactName),
  contactPhone: optionalPhone(L.contactPhone),
  noticeEmail: email(L.noticeEmail),
  bank: optionalLine(L.bank),
  billTo: optionalLine(L.billTo),
};

type Checked =
  | { answers: Record<DefaultField, string> }
  | { errors: { field: DefaultField; message: string }[] };

/** Reads what was typed; mistakes in the order of the page. `branchIds` are those that may be chosen. */
export function readCompany(typed: Record<DefaultField, string>, branchIds: readonly string[]): Checked {
  const answers = { ...typed };
  const errors: { field: DefaultField; message: string }[] = [];
  for (const field of Object.keys(L) as DefaultField[]) {
    if (foldCode(typed[field]) === "") answers[field] = "";
    else if (field === "branch") {
      if (!branchIds.includes(typed.branch)) errors.push({ field, message: `${L.branch}を選んでください。` });
    } else {
      const result = parsers[field].safeParse(typed[field]);
      if (result.success) answers[field] = result.data ?? "";
      else
        errors.push({
          field,
          message: result.error.issues[0]?.message ?? `${L[field]}を確認してください。`,
        });
    }
  }
  return errors.length > 0 ? { errors } : { answers };
}
