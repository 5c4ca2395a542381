import { connect, type Socket } from "node:net";
import { env } from "./env.ts";
import { log } from "./log.ts";

/** The result of scanning one file; `unscanned` when there is no scanner or it did not answer. */
export type Verdict = { found: "clean" | "unscanned" } | { found: "infected"; name: string };

/** A scan of one file in progress. It never throws: a broken scanner must not break an upload. */
export type Scan = {
  /** Hands over the next bytes; resolves once the scanner has taken them. */
  write: (bytes: Uint8Array) => Promise<void>;
  /** Ends the file and returns the verdict. */
  end: () => Promise<Verdict>;
  /** Gives up the scan. */
  cancel: () => void;
};

const connectMs = 3_000;
const answerMs = 30_000;

/** Whether a scanner is set up (CLAMD_URL). */
export function hasScanner(): boolean {
  return env().clamdUrl !== undefined;
}

/** Starts a scan with the configured scanner; without one, every file is `unscanned`. */
export async function openScan(): Promise<Scan> {
  const { clamdUrl } = env();
  if (clamdUrl === undefined) return unscanned;
  try {
    return await openClamd(new URL(clamdUrl));
  } catch (error) {
    log.warn({ err: error }, "the virus scanner does not answer");
    return unscanned;
  }
}

const unscanned: Scan = {
  write: async () => {},
  end: async () => ({ found: "unscanned" }),
  cancel: () => {},
};

/**
 * ClamAV's INSTREAM command (clamd(8)): each chunk follows its length in four bytes, big endian; a length of 0 ends the
 * file.
 */
async function openClamd(url: URL): Promise<Scan> {
  const socket = await dial(url);
  let answer = "";
  let trouble: Error | null = null;
  const closed = new Promise<void>((resolve) => {
    socket.on("data", (bytes: Buffer) => {
      answer += bytes.toString("utf8");
      if (answer.includes("\0")) resolve();
    });
    socket.on("error", (error) => {
      trouble = error;
      resolve();
    });
    socket.on("close", () => resolve());
  });
  socket.setTimeout(answerMs, () => socket.destroy(new Error("clamd is silent")));

  const send = (bytes: Uint8Array) =>
    new Promise<void>((resolve) => {
      if (socket.destroyed || !socket.writable) return resolve();
      socket.write(bytes, () => resolve());
    });
  await send(Buffer.from("zINSTREAM\0"));
  return {
    async write(bytes) {
      const length = Buffer.alloc(4);
      length.writeUInt32BE(bytes.length);
      await send(length);
      await send(bytes);
    },
    async end() {
      await send(Buffer.alloc(4));
      await closed;
      socket.destroy();
      return read(answer, trouble);
    },
    cancel: () => socket.destroy(),
  };
}

function dial(url: URL): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: url.hostname.replace(/^\[|\]$/g, ""), port: Number(url.port || 3310) });
    const late = setTimeout(() => socket.destroy(new Error("clamd cannot be reached")), connectMs);
    socket.once("error", reject);
    socket.once("connect", () => {
      clearTimeout(late);
      socket.off("error", reject);
      resolve(socket);
    });
    socket.once("close", () => clearTimeout(late));
  });
}

function read(answer: string, trouble: Error | null): Verdict {
  const [line = ""] = answer.split("\0");
  if (line === "stream: OK") return { found: "clean" };
  const name = /^stream: (.+) FOUND$/.exec(line)?.[1];
  if (name !== undefined) return { found: "infected", name };
  log.warn({ answer: line.slice(0, 200), err: trouble }, "the virus scanner gave no verdict");
  return { found: "unscanned" };
}
