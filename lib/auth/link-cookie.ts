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

/** The form behind a link may be left open over lunch. */
const keepSeconds = 2 * 60 * 60;

/**
 * Answers the link of a mail: the token goes into a cookie of the one page behind it, and the browser on to that page,
 * so that the address that is shown, kept in the history and told to others holds none. Nothing is looked up or used up:
 * mail scanners may follow the link as often as they like.
 */
export function takeLink(kind: Kind, token: string): Response {
  const { name, path } = shelf[kind];
  const secure = env().appUrl.startsWith("https:") ? "; Secure" : "";
  const cookie = `${name}=${token}; Path=${path}; Max-Age=${keepSeconds}; HttpOnly; SameSite=Lax${secure}`;
  const headers = new Headers({ Location: path });
  if (/^[A-Za-z0-9_-]{43}$/.test(token)) headers.set("Set-Cookie", cookie);
  return new Response(null, { status: 303, headers });
}

/** The token that the browser brings from the link of a mail; empty when it brings none. */
export async function linkTokenOf(kind: Kind): Promise<string> {
  return (await cookies()).get(shelf[kind].name)?.value ?? "";
}

/** The link was used: its cookie goes. */
export async function dropLinkToken(kind: Kind): Promise<void> {
  (await cookies()).delete(shelf[kind]);
}
