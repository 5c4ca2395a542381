import type { IncomingMessage, ServerResponse } from "node:http";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { keptFor } from "#lib/core/kept.ts";
import { newNonce, pagePolicy } from "./page-headers.ts";

const zip = promisify(gzip);

/** Pages that are the same for everybody who is not signed in, by their path without a query. */
const publicPaths = ["/", "/help", "/obligees", "/accessibility"];
/** How long a rendering is served before the page is drawn again; a changed rule shows after this time. */
const keptMs = 10_000;
/** When a rendering hangs for this long, waiting requests get the page drawn for themselves. */
const drawingMs = 15_000;

/** A rendered page, split where its nonce stood. */
type Rendering = { headers: [string, string][]; chunks: string[] };

/** Answers a request from a kept rendering; false when the page must be drawn for this request. */
export type PublicPages = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

// Headers that belong to the connection or to a single response.
const ownHeaders = new Set([
  "connection",
  "content-encoding",
  "content-length",
  "content-security-policy",
  "date",
  "keep-alive",
  "transfer-encoding",
]);

async function render(url: string, path: string, pass: string): Promise<Rendering | null> {
  const answer = await fetch(`${url}${path}`, {
    headers: { "x-public-page": pass },
    redirect: "manual",
    signal: AbortSignal.timeout(drawingMs),
  });
  const html = await answer.text();
  const nonce = /'nonce-([\w-]+)'/.exec(answer.headers.get("content-security-policy") ?? "")?.[1];
  // A page that sets a cookie is not the same for everybody.
  if (answer.status !== 200 || nonce === undefined || answer.headers.has("set-cookie")) return null;
  const headers = [...answer.headers].filter(([name]) => !ownHeaders.has(name));
  return { headers, chunks: html.split(nonce) };
}

/**
 * Serves the public pages from one rendering for everybody, each time with a nonce of its own. A request with a
 * session's cookie, a query or the router's headers gets its own page.
 * @param url where this process answers; pages are drawn by asking there.
 */
export function openPublicPages(url: string, sessionCookie: string): PublicPages {
  const pass = newNonce();
  const kept = new Map(publicPaths.map((path) => [path, keptFor(keptMs, () => render(url, path, pass))]));

  return async (request, response) => {
    const { method, headers } = request;
    const rendering = kept.get(request.url ?? "");
    if (!rendering || method !== "GET" || headers["x-public-page"] === pass) return false;
    if (headers.rsc !== undefined || headers.cookie?.includes(sessionCookie)) return false;
    const page = await rendering().catch(() => null);
    if (!page) return false;
    const nonce = newNonce();
    for (const [name, value] of page.headers) response.setHeader(name, value);
    response.setHeader("Content-Security-Policy", pagePolicy(nonce, false));
    const body = Buffer.from(page.chunks.join(nonce));
    const zipped = /\bgzip\b/.test(String(headers["accept-encoding"] ?? "")) ? await zip(body) : null;
    if (zipped) response.setHeader("Content-Encoding", "gzip");
    response.end(zipped ?? body);
    return true;
  };
}
