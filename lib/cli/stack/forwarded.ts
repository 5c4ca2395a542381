import type { IncomingMessage } from "node:http";

// Headers that decide who a client seems to be (throttling) and where links lead, so only our own proxy may set them.
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
 * Sets `x-forwarded-for` to the client's address: the socket's, or with `trustProxy` the last one, which the proxy in
 * front added. Without a trusted proxy every other forwarding header is dropped.
 */
export function settleForwarding(request: IncomingMessage, trustProxy: boolean): void {
  const socketAddress = request.socket.remoteAddress ?? "unknown";
  const viaProxy = trustProxy ? lastHop(request.headers["x-forwarded-for"]) : undefined;
  if (!trustProxy) for (const name of claims) delete request.headers[name];
  request.headers["x-forwarded-for"] = viaProxy ?? socketAddress;
}
