import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";

/**
 * Files that somebody else brought: opened as a page they run nothing; a 404 in their place still has its styles. To be
 * looked at they come without the sandbox, in which not every browser starts its viewer of PDFs; their type is fixed
 * and never a page's.
 */
const foreignFiles = /^\/api\/attachments\/[^/]+(\/view$)?/;
const foreignPolicy = "default-src 'none'; style-src 'self'; img-src 'self'; frame-ancestors 'none'";

/** The content security policy of a page whose scripts carry this nonce. */
export function pagePolicy(nonce: string, development: boolean): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    `style-src 'self' ${development ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
  ].join("; ");
}

/** A nonce for one answer: 128 random bits. */
export function newNonce(): string {
  return randomBytes(18).toString("base64url");
}

/** The path of a request as it was asked for, without its query. */
function pathOf(request: IncomingMessage): string {
  return (request.url ?? "/").split(/[?#]/, 1)[0] ?? "/";
}

/**
 * Gives a request its nonce and policy, which Next puts on its scripts, and tells the gates which address was asked for
 * (`x-path`); the answer gets the policy. It guards nothing: every page and action has its own gate, and a server
 * without this opens no route. It stands here and not in Next's proxy.ts, which took a fifth to a third of the time of a
 * light page to set three headers, and kept the bodies of uploads in memory.
 */
export function setPageHeaders(
  request: IncomingMessage,
  response: ServerResponse,
  development: boolean,
): void {
  const nonce = newNonce();
  const foreign = foreignFiles.exec(pathOf(request));
  const policy = !foreign
    ? pagePolicy(nonce, development)
    : foreign[1]
      ? foreignPolicy
      : `${foreignPolicy}; sandbox`;
  request.headers["x-nonce"] = nonce;
  request.headers["x-path"] = pathOf(request);
  request.headers["content-security-policy"] = policy;
  response.setHeader("Content-Security-Policy", policy);
}
