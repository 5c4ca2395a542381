import "server-only";
import type { ContractorScope } from "#lib/auth/scope.ts";
import type { Tx } from "#lib/core/db.ts";
import { newId } from "#lib/core/ids.ts";
import { FORM_VERSION } from "#lib/features/questions/constants.ts";
import { toStored } from "#lib/features/questions/present.ts";
import type { Answers, SummarySection } from "#lib/features/questions/types.ts";
import { TERMS_VERSION } from "./constants.ts";

type Sending = {
  applicationId: string;
  /** Counts the submissions of an application from 1; unique, so that sending counts once. */
  revision: number;
  answers: Answers;
  summary: SummarySection[];
  ruleVersion: number;
  applicant: { name: string; address: string };
  submittedBy: string;
  submittedAt: Date;
};

/**
 * Freezes one submission of an application: its answers, their words, and the versions of the form and the terms.
 * Returns its id.
 */
export async function freezeSubmission(
  tx: Tx<ContractorScope>,
  { answers, ...sending }: Sending,
): Promise<string> {
  const id = newId();
  await tx.submission.create({
    data: {
      ...sending,
      id,
      formVersion: FORM_VERSION,
      termsVersion: TERMS_VERSION,
      answers: toStored(answers),
    },
  });
  return id;
}
