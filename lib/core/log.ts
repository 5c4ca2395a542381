import pino from "pino";

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
