import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

/** A mail server that records when it accepted each mail. */
export type MailClock = {
  url: string;
  /** performance.now() of every 250, by recipient, in the order of acceptance. */
  acceptedAt: ReadonlyMap<string, readonly number[]>;
  /** Resolves when this many mails have been accepted for a recipient; rejects after `patienceMs`. */
  untilAccepted(recipient: string, count: number, patienceMs?: number): Promise<void>;
  close(): Promise<void>;
};

/** Starts an SMTP server that accepts everything at once and records only the time of each 250. */
export async function startMailClock(): Promise<MailClock> {
  const acceptedAt = new Map<string, number[]>();
  const waiting = new Set<() => void>();
  const server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    disableReverseLookup: true,
    logger: false,
    onData(stream, session, callback) {
      stream.resume();
      stream.on("end", () => {
        const at = performance.now();
        for (const { address } of session.envelope.rcptTo)
          acceptedAt.set(address, [...(acceptedAt.get(address) ?? []), at]);
        callback();
        for (const check of waiting) check();
      });
    },
  });
  server.on("error", () => undefined); // A stopped worker drops its connections.
  server.listen(0, "127.0.0.1");
  await once(server.server, "listening");
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    acceptedAt,
    untilAccepted: (recipient, count, patienceMs = 60_000) =>
      new Promise((resolve, reject) => {
        const has = () => acceptedAt.get(recipient)?.length ?? 0;
        const check = () => {
          if (has() < count) return;
          clearTimeout(late);
          waiting.delete(check);
          resolve();
        };
        const late = setTimeout(() => {
          waiting.delete(check);
          reject(new Error(`${has()} of ${count} mails to ${recipient} came within ${patienceMs} ms.`));
        }, patienceMs);
        waiting.add(check);
        check();
      }),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
