import { z } from "zod";
import { foldCode } from "#lib/core/text.ts";
import { READERS } from "#lib/features/questions/schema.ts";
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

/** Everything may be left empty; what is filled in is parsed as in an application. */
const kinds = {
  contactDepartment: "text",
  contactPosition: "text",
  contactName: "text",
  contactPhone: "phone",
  noticeEmail: "mail",
  bank: "bank",
  billTo: "text",
} as const satisfies Record<Exclude<DefaultField, "branch">, keyof typeof READERS>;

type Checked =
  | { answers: Record<DefaultField, string> }
  | { errors: { field: DefaultField; message: string }[] };

/** Parses what was typed; mistakes come in the order of the page. `branchIds` are the branches to choose from. */
export function readCompany(typed: Record<DefaultField, string>, branchIds: readonly string[]): Checked {
  const answers = { ...typed };
  const errors: { field: DefaultField; message: string }[] = [];
  for (const field of Object.keys(L) as DefaultField[]) {
    if (foldCode(typed[field]) === "") answers[field] = "";
    else if (field === "branch") {
      if (!branchIds.includes(typed.branch)) errors.push({ field, message: `${L.branch}を選んでください。` });
    } else {
      const reading = READERS[kinds[field]](typed[field], L[field]);
      if ("mistake" in reading) errors.push({ field, message: reading.mistake });
      else answers[field] = reading.answer ?? "";
    }
  }
  return errors.length > 0 ? { errors } : { answers };
}
