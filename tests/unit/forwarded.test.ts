import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { describe, expect, test } from "vitest";
import { settleForwarding } from "#lib/cli/stack/forwarded.ts";

function request(headers: Record<string, string>): IncomingMessage {
  const socket = new Socket();
  Object.defineProperty(socket, "remoteAddress", { value: "198.51.100.7" });
  const message = new IncomingMessage(socket);
  Object.assign(message.headers, headers);
  return message;
}

describe("Whom a request comes from", () => {
  test("without a proxy of ours it is the socket's address, whatever the client claims", () => {
    const message = request({
      "x-forwarded-for": "10.0.0.1",
      "x-forwarded-host": "evil.example",
      "x-forwarded-proto": "https",
      "x-real-ip": "10.0.0.1",
      forwarded: "for=10.0.0.1",
      accept: "text/html",
    });
    settleForwarding(message, false);
    expect(message.headers).toEqual({ "x-forwarded-for": "198.51.100.7", accept: "text/html" });
  });

  test("behind a proxy of ours it is what that proxy added last, not what the client wrote before it", () => {
    const message = request({ "x-forwarded-for": "10.0.0.1, 203.0.113.5", "x-forwarded-proto": "https" });
    settleForwarding(message, true);
    expect(message.headers).toEqual({ "x-forwarded-for": "203.0.113.5", "x-forwarded-proto": "https" });
  });

  test("behind a proxy that adds nothing it is the proxy's address", () => {
    const message = request({});
    settleForwarding(message, true);
    expect(message.headers["x-forwarded-for"]).toBe("198.51.100.7");
  });
});
