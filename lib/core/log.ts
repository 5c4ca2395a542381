import pino from "pino";
import { newReference } from "./ids.ts";

/**
 * One JSON line per event on standard output, in UTC; secrets are removed even when somebody passes them by mistake.
 */
export const log = pino({
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  level: "info",
  redact: {
    paths: [
      "password",
      "key",
      "text",
      "html",
      "*.password",
      "*.key",
      "*.text",
      "*.html",
      "*.ciphertext",
      "*.verifier",
    ],
    censor: "[cut]",
  },
});

/** Logs what broke and returns the reference of the entry, which is all that leaves the server. */
export function logFailure(what: string, error: unknown, about: Record<string, unknown> = {}): string {
  const ref = newReference();
  log.error({ ...about, ref, err: error }, what);
  return ref;
}
