import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import next from "next";
import { awaitDatabase } from "#lib/cli/database/connect.ts";
import { PlainFailure } from "#lib/cli/failure.ts";
import { inCheckout } from "#lib/cli/paths.ts";
import { settleForwarding } from "#lib/cli/stack/forwarded.ts";
import { livePart } from "#lib/cli/stack/part-process.ts";
import { localUrl } from "#lib/cli/stack/ports.ts";
import { setPageHeaders } from "#lib/cli/web/page-headers.ts";
import { openPublicPages } from "#lib/cli/web/public-pages.ts";
import { env, inheritedEnv } from "#lib/core/env.ts";
import { log } from "#lib/core/log.ts";

const drainMs = 18_000;

// When a start-up check fails (for instance while the database recovers from a crash), Next keeps running and answers
// every request with 500. A process that ends is restarted.
async function assertServing(url: string): Promise<void> {
  const answer = await fetch(`${url}/api/health/live`, { signal: AbortSignal.timeout(120_000) });
  if (answer.status !== 200) throw new PlainFailure(`The web server came up broken (${answer.status}).`);
}

async function openWeb(): Promise<() => Promise<void>> {
  const { databaseAppUrl, host, port, trustProxy } = env();
  await awaitDatabase(databaseAppUrl, 60_000);
  const development = inheritedEnv().NODE_ENV === "development";
  const url = localUrl(host, port);
  const app = next({
    dev: development,
    dir: inCheckout(),
    hostname: host,
    port,
  });
  await app.prepare();
  const answer = app.getRequestHandler();
  const upgrade = app.getUpgradeHandler();
  const publicPages = openPublicPages(url, "hosho-session=");
  let draining = false;

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!development && (await publicPages(request, response))) return;
    setPageHeaders(request, response, development);
    await answer(request, response);
  }

  const server = createServer(
    // At 1 Mbit/s a scanned contract of 20 MB takes three minutes.
    { headersTimeout: 15_000, requestTimeout: 300_000, keepAliveTimeout: 65_000 },
    (request, response) => {
      if (draining) {
        response.setHeader("Connection", "close");
        if (request.url?.startsWith("/api/health/ready")) {
          response.writeHead(503, { "Content-Type": "application/json" }).end('{"status":"draining"}');
          return;
        }
      }
      if (request.method === "TRACE") {
        response.writeHead(405).end();
        return;
      }
      settleForwarding(request, trustProxy);
      serve(request, response).catch((error: unknown) => {
        log.error({ err: error }, "a request ended without an answer");
        response.destroy();
      });
    },
  );
  // These exist only in development (hot reload); the server does not count them among its connections.
  const upgraded = new Set<Duplex>();
  server.on("upgrade", (request, socket, head) => {
    upgraded.add(socket);
    socket.once("close", () => upgraded.delete(socket));
    void upgrade(request, socket, head);
  });

  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  await assertServing(url);

  return async () => {
    draining = true;
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeIdleConnections();
    for (const socket of upgraded) socket.destroy();
    const cut = setTimeout(() => server.closeAllConnections(), drainMs);
    await closed;
    clearTimeout(cut);
    await app.close();
  };
}

await livePart(openWeb);
