import { type FieldName, INTERIM_CONDITIONS } from "#lib/features/applications/constants.ts";

/** What a copy of an application says that it leaves out: it belongs to the works of then. */
export const LEFT_OUT = [
  "workNumber",
  "noticeOn",
  "nominatedOn",
  "contractedOn",
  "worksFrom",
  "worksTo",
  "messageToBranch",
] as const satisfies FieldName[];

/** What it leaves out without a word: nobody states again what was true of other works. */
export const STATED = [
  "interimApply",
  ...INTERIM_CONDITIONS,
  "interimReceivedYen",
] as const satisfies FieldName[];
