import "server-only";
import { redirect } from "next/navigation";
import { cache } from "react";
import { currentUser, topPageOf } from "#lib/auth/gates.ts";
import { systemScope } from "#lib/auth/scope.ts";
import { inScope } from "#lib/core/db.ts";
import { env } from "#lib/core/env.ts";
import { findGuarantorName } from "#lib/features/obligees/queries.ts";
import { displayName, landingAfterSignIn } from "./rules.ts";

/** Who runs the portal, for header and footer; once per request. */
export const loadSite = cache(async () => {
  const company = await inScope(systemScope, findGuarantorName);
  return { company, demo: env().demo };
});

/** What the frame of a signed-in page shows: who runs it, who is signed in. Call it behind the page's gate. */
export async function loadFrame() {
  const [site, user] = [await loadSite(), await currentUser()];
  return { site, user: { displayName: user ? displayName(user) : "" } };
}

/** The frame of the sign-in page; whoever is signed in is sent on to `next` or the own top page. */
export async function loadSignIn(next: string | undefined) {
  const user = await currentUser();
  if (user) redirect(landingAfterSignIn(topPageOf(user.role), next));
  return { site: await loadSite() };
}
