import type { RawDraft } from "#lib/features/questions/types.ts";
import { type DefaultField, filledBy } from "./constants.ts";
import type { CompanyRecord } from "./types.ts";

/** What a new draft begins with: the company's own answers, and its name where the bill goes unless told otherwise. */
export function draftOf({ name, answers }: Pick<CompanyRecord, "name" | "answers">): RawDraft {
  const known = { ...answers, billTo: answers.billTo || name };
  return Object.fromEntries(
    (Object.entries(known) as [DefaultField, string][]).flatMap(([answer, text]) =>
      text === "" ? [] : filledBy(answer).map((field) => [field, text]),
    ),
  );
}
