import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/** What was sent to the database: statements without BEGIN and its end, which `transactions` counts. */
export type StatementCount = { statements: number; transactions: number; texts: string[] };

/**
 * A proxy in front of PostgreSQL that counts what is executed, by the protocol's own messages (Bind and Query), and is
 * therefore exact for any library. The queue's own housekeeping (schema pgboss) does not count.
 */
export type StatementCounter = {
  /** The database's address through the counter. */
  url: string;
  /** The counts since the last call. */
  take(): StatementCount;
  close(): Promise<void>;
};

/** Reads the messages of one client connection, however the network splits them. */
function messageReader(onMessage: (type: string, body: Buffer) => void): (portion: Buffer) => void {
  let rest = Buffer.alloc(0);
  let started = false;
  return (portion) => {
    rest = Buffer.concat([rest, portion]);
    for (;;) {
      // The first message of a connection has no type.
      const head = started ? 1 : 0;
      if (rest.length < head + 4) return;
      const end = head + rest.readInt32BE(head);
      if (rest.length < end) return;
      if (started) onMessage(String.fromCharCode(rest[0] ?? 0), rest.subarray(5, end));
      started = true;
      rest = rest.subarray(end);
    }
  };
}

const textAt = (body: Buffer, from: number) => {
  const end = body.indexOf(0, from);
  return { text: body.toString("utf8", from, end), next: end + 1 };
};

/** Starts a counter in front of the database of this address. */
export async function startStatementCounter(databaseUrl: string): Promise<StatementCounter> {
  const target = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  let counted: StatementCount = { statements: 0, transactions: 0, texts: [] };
  const count = (sql: string) => {
    if (/pgboss|^\s*(COMMIT|ROLLBACK|LISTEN|UNLISTEN)/i.test(sql)) return;
    if (/^\s*BEGIN/i.test(sql)) counted.transactions += 1;
    else {
      counted.statements += 1;
      counted.texts.push(sql);
    }
  };
  const server = createServer((client) => {
    const database = connect(Number(target.port || 5432), target.hostname);
    const prepared = new Map<string, string>();
    const read = messageReader((type, body) => {
      if (type === "Q") count(textAt(body, 0).text);
      if (type === "P") {
        const { text: name, next } = textAt(body, 0);
        prepared.set(name, textAt(body, next).text);
      }
      if (type === "B") count(prepared.get(textAt(body, textAt(body, 0).next).text) ?? "unknown statement");
    });
    client.on("data", read);
    client.pipe(database).pipe(client);
    for (const socket of [client, database]) {
      sockets.add(socket);
      socket.on("error", () => {
        client.destroy();
        database.destroy();
      });
      socket.once("close", () => sockets.delete(socket));
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = new URL(databaseUrl);
  url.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: url.href,
    take() {
      const taken = counted;
      counted = { statements: 0, transactions: 0, texts: [] };
      return taken;
    },
    async close() {
      const closed = once(server, "close");
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
