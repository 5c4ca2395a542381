import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { setPageHeaders } from "#lib/cli/web/page-headers.ts";
import { openPublicPages, type PublicPages } from "#lib/cli/web/public-pages.ts";

type Drawn = { path: string; headers: IncomingMessage["headers"] };
type Draw = (request: IncomingMessage, response: ServerResponse) => void;

let close: (() => Promise<void>) | undefined;
afterEach(async () => {
  await close?.();
  close = undefined;
});

const page: Draw = (request, response) => {
  const nonce = request.headers["x-nonce"];
  response.setHeader("X-Frame-Options", "DENY");
  response.end(`<script nonce="${nonce}"></script><script nonce="${nonce}">push("${nonce}")</script>`);
};

/** A server like that of lib/cli/web.ts, with `draw` in place of Next. */
async function serve(draw: Draw = page): Promise<{ url: string; drawn: Drawn[] }> {
  const drawn: Drawn[] = [];
  let pages: PublicPages | undefined;
  const server = createServer(async (request, response) => {
    if (await pages?.(request, response)) return;
    setPageHeaders(request, response, false);
    drawn.push({ path: request.url ?? "", headers: request.headers });
    draw(request, response);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  pages = openPublicPages(url, "hosho-session=");
  close = async () => {
    server.closeAllConnections();
    server.close();
    await once(server, "close");
  };
  return { url, drawn };
}

const nonceOf = (answer: Response) =>
  /'nonce-([\w-]+)'/.exec(answer.headers.get("content-security-policy") ?? "")?.[1] ?? "";

describe("A page that is the same for everybody", () => {
  test("is drawn once, and goes out under a nonce of its own each time, on all of its scripts", async () => {
    const { url, drawn } = await serve();
    const nonces = new Set<string>();
    for (const answer of await Promise.all(Array.from({ length: 20 }, () => fetch(`${url}/help`)))) {
      const nonce = nonceOf(answer);
      expect(await answer.text()).toBe(
        `<script nonce="${nonce}"></script><script nonce="${nonce}">push("${nonce}")</script>`,
      );
      expect(answer.headers.get("x-frame-options")).toBe("DENY");
      nonces.add(nonce);
    }
    expect(nonces.size).toBe(20);
    expect(drawn).toHaveLength(1);
    expect(nonces).not.toContain(drawn[0]?.headers["x-nonce"]);
  });

  test.each<[string, string, RequestInit]>([
    ["whoever is signed in", "/help", { headers: { cookie: "a=b; hosho-session=x" } }],
    ["whoever is signed in over https", "/help", { headers: { cookie: "__Host-hosho-session=x" } }],
    ["a search", "/help?q=x", {}],
    ["the router", "/help", { headers: { rsc: "1" } }],
    ["a posting", "/help", { method: "POST" }],
    ["a page that is not in the list", "/login", {}],
  ])("is drawn for %s each time", async (_who, path, init) => {
    const { url, drawn } = await serve();
    for (let index = 0; index < 3; index += 1) await fetch(`${url}${path}`, init);
    expect(drawn).toHaveLength(3);
  });

  test.each<[string, Draw]>([
    [
      "a cookie",
      (request, response) => {
        response.setHeader("Set-Cookie", "somebody=1");
        page(request, response);
      },
    ],
    [
      "a failure",
      (request, response) => {
        response.statusCode = 500;
        page(request, response);
      },
    ],
  ])("is never kept with %s", async (_what, draw) => {
    const { url, drawn } = await serve(draw);
    for (let index = 0; index < 2; index += 1) await fetch(`${url}/`);
    // Once for the cache, which did not keep it, and once for each visitor.
    expect(drawn).toHaveLength(3);
  });

  test("is not drawn on a stranger's word", async () => {
    const { url, drawn } = await serve();
    for (const pass of ["1", "true", "x".repeat(24)])
      await fetch(`${url}/`, { headers: { "x-public-page": pass } });
    expect(drawn).toHaveLength(1);
  });
});

describe("The headers of a page", () => {
  test("are ours, whatever a client writes into them", async () => {
    const { url, drawn } = await serve();
    const headers = { "x-nonce": "mine", "x-path": "/admin", "content-security-policy": "script-src *" };
    const answer = await fetch(`${url}/desk?x=1`, { headers });
    expect(drawn[0]?.headers).toMatchObject({ "x-nonce": nonceOf(answer), "x-path": "/desk" });
    expect(drawn[0]?.headers["content-security-policy"]).toBe(answer.headers.get("content-security-policy"));
  });

  test("of a file that somebody brought let it run nothing, also when it is looked at", async () => {
    const { url } = await serve();
    const policyOf = async (path: string) =>
      (await fetch(`${url}${path}`)).headers.get("content-security-policy");
    expect(await policyOf("/api/attachments/1")).toMatch(/^default-src 'none';.*; sandbox$/);
    expect(await policyOf("/api/attachments/1/view")).toMatch(/^default-src 'none';(?!.*sandbox)/);
  });
});
