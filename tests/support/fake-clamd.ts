import { createServer, type Socket } from "node:net";

/**
 * The harmless file that every scanner reports as a virus (eicar.org), assembled here so that no scanner reports this
 * file.
 */
export const eicar = Buffer.from(
  ["X5O!P%@AP[4\\PZX54(P^)7CC)7}$", "EICAR-STANDARD-ANTIVIRUS", "-TEST-FILE!$H+H*"].join(""),
);

export type FakeClamd = {
  url: string;
  /** The number of bytes of each scanned file. */
  seen: number[];
  /** "silent": accepts the file and closes without a verdict. */
  behave: (how: "well" | "silent") => void;
  close: () => Promise<void>;
};

/** A server that speaks clamd's INSTREAM and knows one virus. */
export async function startFakeClamd(): Promise<FakeClamd> {
  const seen: number[] = [];
  let silent = false;
  const server = createServer((socket) => {
    let held = Buffer.alloc(0);
    let file: Buffer | null = null;
    socket.on("error", () => {});
    socket.on("data", (bytes) => {
      held = Buffer.concat([held, bytes]);
      const command = Buffer.from("zINSTREAM\0");
      if (file === null) {
        if (held.length < command.length) return;
        if (!held.subarray(0, command.length).equals(command)) {
          socket.end("UNKNOWN COMMAND\0");
          return;
        }
        file = Buffer.alloc(0);
        held = held.subarray(command.length);
      }
      while (held.length >= 4) {
        const length = held.readUInt32BE(0);
        if (length === 0) {
          seen.push(file.length);
          answer(socket, file);
          return;
        }
        if (held.length < 4 + length) return;
        file = Buffer.concat([file, held.subarray(4, 4 + length)]);
        held = held.subarray(4 + length);
      }
    });
  });
  const answer = (socket: Socket, file: Buffer) => {
    if (silent) socket.destroy();
    else socket.end(file.includes(eicar) ? "stream: Eicar-Test-Signature FOUND\0" : "stream: OK\0");
  };
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("no port");
  return {
    url: `tcp://127.0.0.1:${address.port}`,
    seen,
    behave: (how) => {
      silent = how === "silent";
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
