import type { DefaultField } from "./constants.ts";

/** What was typed in 会社情報, per field; PERSISTED JSON (company_defaults.answers): add keys, never rename. */
export type CompanyAnswers = Partial<Record<DefaultField, string>>;

/** A company with what it always answers; version 0 until it was saved once. */
export type CompanyRecord = {
  name: string;
  address: string;
  answers: CompanyAnswers;
  version: number;
};
