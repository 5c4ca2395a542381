import "server-only";
import { cookies } from "next/headers";
import { env } from "#lib/core/env.ts";

/**
 * The cookie that holds a session's token: with https bound to this very host and to encrypted lines (`__Host-`). What
 * the address of the portal says decides, not what a proxy in front says of a request.
 */
export function sessionCookie() {
  const secure = env().appUrl.startsWith("https:");
  return {
    name: secure ? "__Host-hosho-session" : "hosho-session",
    options: { httpOnly: true, sameSite: "lax", path: "/", secure },
  } as const;
}

/** The token that the browser sent; null when it sent none or what can be none. */
export async function sessionToken(): Promise<string | null> {
  const value = (await cookies()).get(sessionCookie().name)?.value ?? "";
  return /^[A-Za-z0-9_-]{43}$/.test(value) ? value : null;
}
