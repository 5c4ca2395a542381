import pino from "pino";
import { newReference } from "./ids.ts";

/** One JSON line per event on standard output, UTC; secrets are cut out even when somebody passes them by mistake. */
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

/** Writes down what broke, and returns the reference under which it stands there: all that is told outside. */
export function logFailure(what: string, error: unknown, about: Record<string, unknown> = {}): string {
  const ref = newReference();
  log.error({ ...about, ref, err: error }, what);
  return ref;
}
