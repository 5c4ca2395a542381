import { type NextRequest, NextResponse } from "next/server";

/**
 * Files that somebody else brought: opened as a page they run nothing; a 404 in their place still has its styles. To be
 * looked at they come without the sandbox, in which not every browser starts its viewer of PDFs; their type is fixed
 * and never a page's.
 */
const foreignFiles = /^\/api\/attachments\/[^/]+(\/view$)?/;
const foreignPolicy = "default-src 'none'; style-src 'self'; img-src 'self'; frame-ancestors 'none'";

/**
 * Gives every page its nonce and content security policy, and tells the gates which address was asked for. It guards
 * nothing: every page and action has its own gate, and deleting this file opens no route.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.randomUUID()).toString("base64");
  const development = process.env.NODE_ENV === "development";
  const pagePolicy = [
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
  const foreign = foreignFiles.exec(request.nextUrl.pathname);
  const policy = !foreign ? pagePolicy : foreign[1] ? foreignPolicy : `${foreignPolicy}; sandbox`;
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("x-path", request.nextUrl.pathname);
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  return response;
}

export const config = {
  // Uploads go past: Next keeps the body of what comes through here in memory, and cuts it at 10 MB.
  matcher: [{ source: "/((?!_next/static|_next/image|favicon.ico|icon.svg|api/attachments$).*)" }],
};
