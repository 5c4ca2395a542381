import { type FieldName, INTERIM_CONDITIONS, YEAR_ROWS } from "#lib/features/applications/constants.ts";

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

/**
 * What it leaves out without a word: nobody states again what was true of other works, and 年度割 with its terms goes with
 * their 工期.
 */
export const STATED = [
  ...YEAR_ROWS.flatMap((n) => [`year${n}`, `yearYen${n}`] as const),
  "advanceExpiresOn",
  "interimExpiresOn",
  "interimApply",
  ...INTERIM_CONDITIONS,
  "interimReceivedYen",
] as const satisfies FieldName[];
