import { takeLink } from "#lib/auth/link-cookie.ts";

/** The link in an invitation; leads to the page behind it. */
export async function GET(_request: Request, { params }: { params: Promise<{ token: string }> }) {
  return takeLink("invitation", (await params).token);
}
