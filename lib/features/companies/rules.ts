import type { RawDraft } from "#lib/features/questions/types.ts";
import { type DefaultField, filledBy } from "./constants.ts";
import type { CompanyRecord } from "./types.ts";

/**
 * The texts with which a new draft begins: the company's own answers, and its name as the recipient of bills unless
 * they say otherwise.
 */
export function draftOf({ name, answers }: Pick<CompanyRecord, "name" | "answers">): RawDraft {
  const known = { ...answers, billTo: answers.billTo || name };
  return Object.fromEntries(
    (Object.entries(known) as [DefaultField, string][]).flatMap(([answer, text]) =>
      text === "" ? [] : filledBy(answer).map((field) => [field, text]),
    ),
  );
}
