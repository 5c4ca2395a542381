import { z } from "zod";
import { type JobDefinition, payload } from "./definition.ts";

const schema = payload.extend({
  branchId: z.null(),
  letter: z.enum(["invitation", "password_reset", "password_changed"]),
  /** The invitation, the reset, or the person whose password was changed. */
  id: z.uuid(),
  /** Which sending of the invitation; for a change its instant in milliseconds. */
  version: z.number().int(),
});
export type AccountLetterPayload = z.infer<typeof schema>;

/**
 * One mail about an account. It is composed when it is sent and stands in no table: it may hold a one-time link. Seven
 * tries over some minutes, since such a link is waited for and soon over.
 */
export const accountLetter: JobDefinition<AccountLetterPayload> = {
  name: "account.letter",
  schema,
  key: ({ letter, id, version }) => `account.letter:${letter}:${id}:${version}`,
  queue: { retryLimit: 7, retryDelay: 2, retryDelayMax: 300, heartbeatSeconds: 10, expireInSeconds: 120 },
  batchSize: 2,
  concurrency: 3,
};
