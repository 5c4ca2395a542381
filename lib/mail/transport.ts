import { createTransport, type Transporter } from "nodemailer";
import { env } from "#lib/core/env.ts";

let transport: Transporter | undefined;

/**
 * The one connection pool to the mail server, large enough for every mail that a worker has in hand
 * (definitions/mail-send), so that one that hangs keeps no other waiting. Connecting, greeting and silence may take 20
 * s each; SMTP_URL can set other limits ("?socketTimeout=5000", milliseconds).
 */
export function mailTransport(): Transporter {
  transport ??= createTransport({
    url: env().smtpUrl,
    pool: true,
    maxConnections: 12,
    connectionTimeout: 20_000,
    greetingTimeout: 20_000,
    socketTimeout: 20_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  } as Parameters<typeof createTransport>[0]);
  return transport;
}

/** Closes the pool, at the end of the worker. */
export function closeTransport(): void {
  transport?.close();
  transport = undefined;
}
