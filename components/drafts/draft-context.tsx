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
  /** The texts with which the fields were drawn. */
  drawn: RawDraft;
  /** The present texts of all tabs. */
  raw: RawDraft;
  /** The judgement of the rules on them. */
  judged: ReturnType<typeof judgeDraft>;
  errors: Partial<Record<FieldName, string>>;
  /** Warnings that are shown before the check: characters that cannot be printed. */
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

/** The badge of a question that must be answered; a question of a product counts once its box is checked. */
export function useRequired(name: FieldName) {
  const { raw } = useDraftForm();
  return isSent(name, raw) ? { required: true } : { optional: "申し込むときは必須" };
}

/** The props of every text field and select: name, label, drawn text, mistake, react-hook-form's hooks. */
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
