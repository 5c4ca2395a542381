import type { IncomingMessage } from "node:http";

// What a client writes into these decides who it seems to be (throttling) and where links lead; only a proxy of ours may.
const claims = [
  "forwarded",
  "x-forwarded-for",
  "x-forwarded-host",
  "x-forwarded-port",
  "x-forwarded-proto",
  "x-real-ip",
];

function lastHop(value: string | string[] | undefined): string | undefined {
  const hops = (Array.isArray(value) ? value.join(",") : (value ?? "")).split(",");
  return hops.at(-1)?.trim() || undefined;
}

/**
 * Makes `x-forwarded-for` of a request the address of its client: the socket's, or with `trustProxy` the one that
 * the proxy in front added last. Without a trusted proxy every other forwarding claim is dropped.
 */
export function settleForwarding(request: IncomingMessage, trustProxy: boolean): void {
  const socketAddress = request.socket.remoteAddress ?? "unknown";
  const viaProxy = trustProxy ? lastHop(request.headers["x-forwarded-for"]) : undefined;
  if (!trustProxy) for (const name of claims) delete request.headers[name];
  request.headers["x-forwarded-for"] = viaProxy ?? socketAddress;
}
