import { once } from "node:events";
import type { AddressInfo, Socket } from "node:net";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer, type SMTPServerSession } from "smtp-server";

/** How the server treats one attempt to one recipient; a number is the code of its reply. */
export type Answer =
  | "accept"
  | { at: "recipient" | "data"; code: 421 | 451 | 550 }
  /** Receives the message and never replies. */
  | "hang"
  /** Receives the message and closes the connection without a reply. */
  | "drop";

/** A message that the server accepted with 250. */
type Accepted = { recipient: string; raw: string; mail: ParsedMail };

export type MailServer = {
  url: string;
  /** The accepted messages, in the order of their arrival. */
  accepted: Accepted[];
  /** The attempts per recipient, counted at RCPT TO. */
  attempts: Map<string, number>;
  /** Sets how to treat the next attempts to a recipient; later ones are treated like the last. */
  treat: (recipient: string, ...answers: Answer[]) => void;
  /**
   * Called at RCPT TO, and when a message has arrived, before any reply; crash tests kill the sender here. When it
   * returns "lost", the server neither keeps the message nor replies.
   */
  onMoment: (call: (moment: "recipient" | "data") => "lost" | undefined) => void;
  close: () => Promise<void>;
};

class Reply extends Error {
  readonly responseCode: number;

  constructor(code: number) {
    super(`Scripted reply ${code}`);
    this.responseCode = code;
  }
}

/** Starts a real SMTP server whose replies are scripted per recipient; it accepts whatever is not. */
export async function startMailServer(): Promise<MailServer> {
  const scripts = new Map<string, Answer[]>();
  const accepted: Accepted[] = [];
  const attempts = new Map<string, number>();
  const sockets = new Set<Socket>();
  let moment: (moment: "recipient" | "data") => "lost" | undefined = () => undefined;

  const answerTo = (recipient: string): Answer => {
    const script = scripts.get(recipient) ?? [];
    return script[Math.min((attempts.get(recipient) ?? 1) - 1, script.length - 1)] ?? "accept";
  };
  const recipientOf = (session: SMTPServerSession) => session.envelope.rcptTo[0]?.address ?? "";

  const server = new SMTPServer({
    authOptional: true,
    hideSTARTTLS: true,
    disabledCommands: ["AUTH", "STARTTLS"],
    logger: false,
    onRcptTo({ address }, _session, callback) {
      attempts.set(address, (attempts.get(address) ?? 0) + 1);
      if (moment("recipient") === "lost") return;
      const answer = answerTo(address);
      callback(typeof answer === "object" && answer.at === "recipient" ? new Reply(answer.code) : undefined);
    },
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", async () => {
        if (moment("data") === "lost") return;
        const recipient = recipientOf(session);
        const answer = answerTo(recipient);
        if (answer === "hang") return;
        if (answer === "drop") {
          for (const socket of sockets) if (socket.remotePort === session.remotePort) socket.destroy();
          return;
        }
        if (typeof answer === "object") {
          callback(new Reply(answer.code));
          return;
        }
        const raw = Buffer.concat(chunks);
        accepted.push({ recipient, raw: raw.toString("latin1"), mail: await simpleParser(raw) });
        callback();
      });
    },
  });
  // A killed sender resets its connection, which is nothing to report.
  server.on("error", () => {});
  server.server.on("connection", (socket: Socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
  });
  server.listen(0, "127.0.0.1");
  await once(server.server, "listening");
  const { port } = server.server.address() as AddressInfo;

  return {
    url: `smtp://127.0.0.1:${port}`,
    accepted,
    attempts,
    treat: (recipient, ...answers) => scripts.set(recipient, answers),
    onMoment: (call) => {
      moment = call;
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => {
        server.close(resolve);
      });
    },
  };
}
