import { createTransport, type Transporter } from "nodemailer";
import { env } from "#lib/core/env.ts";

let transport: Transporter | undefined;

/**
 * The one connection pool to the mail server, with room for every mail that a worker has in hand (definitions/mail-send):
 * one that hangs must not keep another waiting. 20 s for each of connecting, greeting and silence; SMTP_URL may set others
 * ("?socketTimeout=5000", milliseconds).
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

/** Closes the pool (end of the worker). */
export function closeTransport(): void {
  transport?.close();
  transport = undefined;
}
