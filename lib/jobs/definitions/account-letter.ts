import { z } from "zod";
import { defineJob, ofNoBranch } from "./definition.ts";

/**
 * One mail about an account. It may contain a one-time link, so it is composed when it is sent and stored in no table.
 * Seven retries over some minutes, because somebody is waiting for the link and it soon expires.
 */
export const accountLetter = defineJob({
  name: "account.letter",
  title: "利用者へのメールの送信",
  payload: ofNoBranch({
    letter: z.enum(["invitation", "password_reset", "password_changed"]),
    /** The invitation, the reset, or the person whose password was changed. */
    id: z.uuid(),
    /** Which version of the invitation; for a changed password, the instant of the change in milliseconds. */
    version: z.int(),
  }),
  identity: ({ letter, id, version }) => `${letter}:${id}:${version}`,
  about: () => null,
  attempts: { retryLimit: 7, retryDelay: 2, retryDelayMax: 300 },
  batchSize: 2,
  concurrency: 3,
});
