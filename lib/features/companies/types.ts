import type { DefaultField } from "./constants.ts";

/** What was typed in 会社情報, by field. PERSISTED JSON (company_defaults.answers): add keys, never rename. */
export type CompanyAnswers = Partial<Record<DefaultField, string>>;

/** A company with its 会社情報; version 0 until it was saved once. */
export type CompanyRecord = {
  name: string;
  address: string;
  answers: CompanyAnswers;
  version: number;
};
