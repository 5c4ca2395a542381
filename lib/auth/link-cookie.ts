import "server-only";
import { cookies } from "next/headers";
import { env } from "#lib/core/env.ts";
import { paths } from "#lib/core/paths.ts";
import type { Link } from "./links.ts";

type Kind = Link["kind"];

const shelf = {
  invitation: { name: "hosho-invitation", path: paths.invited() },
  password_reset: { name: "hosho-reset", path: paths.passwordReset() },
} as const satisfies Record<Kind, { name: string; path: string }>;

/** Long enough to leave the form behind a link open over lunch. */
const keepSeconds = 2 * 60 * 60;

/**
 * Answers a link from a mail: puts the token into a cookie for the one page behind it and redirects there, so that no
 * token stays in the address bar, the history or a referrer. The token is neither checked nor used up: mail scanners
 * may follow the link as often as they like.
 */
export function takeLink(kind: Kind, token: string): Response {
  const { name, path } = shelf[kind];
  const secure = env().appUrl.startsWith("https:") ? "; Secure" : "";
  const cookie = `${name}=${token}; Path=${path}; Max-Age=${keepSeconds}; HttpOnly; SameSite=Lax${secure}`;
  const headers = new Headers({ Location: path });
  if (/^[A-Za-z0-9_-]{43}$/.test(token)) headers.set("Set-Cookie", cookie);
  return new Response(null, { status: 303, headers });
}

/** The token that the browser brings from a mail's link; empty when there is none. */
export async function linkTokenOf(kind: Kind): Promise<string> {
  return (await cookies()).get(shelf[kind].name)?.value ?? "";
}

/** Deletes the cookie of a link that was used. */
export async function dropLinkToken(kind: Kind): Promise<void> {
  (await cookies()).delete(shelf[kind]);
}
