import "server-only";
import { cookies } from "next/headers";
import { env } from "#lib/core/env.ts";

/**
 * The cookie that holds a session's token. With https it is bound to this host and to encrypted connections
 * (`__Host-`). What counts is the portal's configured address, not what a proxy says about a request.
 */
export function sessionCookie() {
  const secure = env().appUrl.startsWith("https:");
  return {
    name: secure ? "__Host-hosho-session" : "hosho-session",
    options: { httpOnly: true, sameSite: "lax", path: "/", secure },
  } as const;
}

/** The token that the browser sent; null when it sent none, or something that cannot be one. */
export async function sessionToken(): Promise<string | null> {
  const value = (await cookies()).get(sessionCookie().name)?.value ?? "";
  return /^[A-Za-z0-9_-]{43}$/.test(value) ? value : null;
}
