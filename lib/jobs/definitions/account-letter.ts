import { z } from "zod";
import { defineJob, ofNoBranch } from "./definition.ts";

/**
 * One mail about an account. It is composed when it is sent and stands in no table: it may hold a one-time link. Seven
 * retries over some minutes, since such a link is waited for and soon over.
 */
export const accountLetter = defineJob({
  name: "account.letter",
  title: "利用者へのメールの送信",
  payload: ofNoBranch({
    letter: z.enum(["invitation", "password_reset", "password_changed"]),
    /** The invitation, the reset, or the person whose password was changed. */
    id: z.uuid(),
    /** Which sending of the invitation; for a change its instant in milliseconds. */
    version: z.int(),
  }),
  identity: ({ letter, id, version }) => `${letter}:${id}:${version}`,
  about: () => null,
  attempts: { retryLimit: 7, retryDelay: 2, retryDelayMax: 300 },
  batchSize: 2,
  concurrency: 3,
});
