import { accountLetter } from "../definitions/account-letter.ts";
import { guaranteeIssue } from "../definitions/guarantee-issue.ts";
import { mailSend } from "../definitions/mail-send.ts";
import type { StepRunner } from "../steps.ts";
import { sendAccountLetter } from "./account-letter.ts";
import { issueGuaranteeJob } from "./guarantee-issue.ts";
import { sendMailJob } from "./mail-send.ts";

export { PermanentFailure } from "./failure.ts";

/** A handler: named steps, each safe to repeat. It throws to be tried again. */
export type Handler = (
  payload: unknown,
  run: StepRunner,
  attempt: { attempt: number; last: boolean },
) => Promise<void>;

/** Job name -> handler. Only the worker imports this. */
export const handlers: Readonly<Record<string, Handler>> = {
  [guaranteeIssue.name]: (payload, run) => issueGuaranteeJob(guaranteeIssue.schema.parse(payload), run),
  [accountLetter.name]: (payload) => sendAccountLetter(accountLetter.schema.parse(payload)),
  [mailSend.name]: (payload, run) => sendMailJob(mailSend.schema.parse(payload), run),
};
