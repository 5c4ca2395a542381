import { takeLink } from "#lib/auth/link-cookie.ts";

/** The link in the mail of a reset; leads to the page behind it. */
export async function GET(_request: Request, { params }: { params: Promise<{ token: string }> }) {
  return takeLink("password_reset", (await params).token);
}
