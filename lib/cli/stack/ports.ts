import { createServer, type Server } from "node:net";
import { PlainFailure } from "#lib/cli/failure.ts";

function listen(port: number, host: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen({ port, host, exclusive: true }, () => resolve(server));
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()));
}

/** A free port of this machine, chosen by the system. */
export async function findFreePort(): Promise<number> {
  const server = await listen(0, "127.0.0.1");
  const address = server.address();
  await close(server);
  if (address === null || typeof address === "string") throw new Error("The system gave no port.");
  return address.port;
}

/** Throws a plain failure when the web server could not listen on this port and host. */
export async function assertPortFree(port: number, host: string): Promise<void> {
  try {
    await close(await listen(port, host));
  } catch (cause) {
    const code = cause instanceof Error && "code" in cause ? cause.code : undefined;
    if (code === "EADDRINUSE")
      throw new PlainFailure(
        `Port ${port} is taken by another program. Stop it, or choose another port: PORT=${port + 1} npm start`,
      );
    if (code === "EACCES")
      throw new PlainFailure(`Port ${port} may not be used by this user; choose one above 1023 (PORT).`);
    if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND")
      throw new PlainFailure(`HOST=${host} is no address of this machine.`);
    throw cause;
  }
}

/** The address under which this machine reaches a server that listens on a host and port. */
export function localUrl(host: string, port: number): string {
  const reachable = host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host;
  return `http://${reachable.includes(":") ? `[${reachable}]` : reachable}:${port}`;
}
