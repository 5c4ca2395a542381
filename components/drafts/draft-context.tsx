"use client";
import { createContext, useContext } from "react";
import type { UseFormRegisterReturn } from "react-hook-form";
import { FIELDS, type FieldName } from "#lib/features/questions/constants.ts";
import { isSent } from "#lib/features/questions/steps/cases.ts";
import type { judgeDraft } from "#lib/features/questions/steps/live.ts";
import type { Context, RawDraft } from "#lib/features/questions/types.ts";

export type DraftForm = {
  context: Context;
  /** 手続状況 in words. */
  status: string;
  /** What the fields were drawn with. */
  drawn: RawDraft;
  /** What stands in the fields of all tabs now. */
  raw: RawDraft;
  /** What the rules say of it so far. */
  judged: ReturnType<typeof judgeDraft>;
  errors: Partial<Record<FieldName, string>>;
  /** What is told before anybody checks: characters that cannot be printed. */
  warnings: Partial<Record<FieldName, string>>;
  register: (name: FieldName) => UseFormRegisterReturn;
  /** Puts a proposal into its fields. */
  take: (proposed: RawDraft) => void;
};

const FormContext = createContext<DraftForm | null>(null);

export const DraftFormProvider = FormContext.Provider;

/** The form around a field. */
export function useDraftForm(): DraftForm {
  const form = useContext(FormContext);
  if (!form) throw new Error("a field of an application stands outside of its form");
  return form;
}

/** What a badge says of a question that must be answered: one of a product counts once its box is ticked. */
export function useRequired(name: FieldName) {
  const { raw } = useDraftForm();
  return isSent(name, raw) ? { required: true } : { optional: "申し込むときは必須" };
}

/** What every text field and select is given: name, label, text as drawn, its mistake, react-hook-form's hooks. */
export function useDraftField(name: FieldName) {
  const { register, drawn, errors } = useDraftForm();
  return { ...register(name), label: FIELDS[name], defaultValue: drawn[name] ?? "", error: errors[name] };
}

/** The same for a checkbox. */
export function useDraftBox(name: FieldName) {
  const { register, drawn, errors } = useDraftForm();
  return {
    ...register(name),
    label: FIELDS[name],
    defaultChecked: Boolean(drawn[name]),
    error: errors[name],
  };
}
