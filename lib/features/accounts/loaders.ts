import "server-only";
import { redirect } from "next/navigation";
import { currentToken, currentUser, requireContractor, topPageOf } from "#lib/auth/gates.ts";
import { linkTokenOf } from "#lib/auth/link-cookie.ts";
import { linkHash } from "#lib/auth/links.ts";
import { systemScope } from "#lib/auth/scope.ts";
import { listSessions, peekSession } from "#lib/auth/sessions.ts";
import { inScope } from "#lib/core/db.ts";
import { env } from "#lib/core/env.ts";
import { paths } from "#lib/core/paths.ts";
import { loadGuarantorName } from "#lib/features/branches/loaders.ts";
import { presentSession, presentTimes } from "./present.ts";
import { findOpenReset } from "./queries.ts";
import { displayName, landingAfterSignIn } from "./rules.ts";

/** The guarantor's name for header and footer; a changed name shows within five seconds. */
export async function loadSite() {
  return { company: await loadGuarantorName(), demo: env().demo };
}

/** What the frame of a signed-in page shows: the guarantor and the person. Call it behind the page's gate. */
export async function loadFrame() {
  const [site, user] = [await loadSite(), await currentUser()];
  return {
    site,
    user: user ? { id: user.id, displayName: displayName(user) } : { displayName: "" },
    ...(user ? { session: presentTimes(user.session) } : {}),
  };
}

/** When the request's session ends, without keeping it alive; null when it has ended or there is none. */
export async function loadSessionTimes() {
  const token = await currentToken();
  const times = token === null ? null : await inScope(systemScope, (tx) => peekSession(tx, token));
  return times && presentTimes(times);
}

/** 「アカウント」 of the signed-in contractor's person, with their sessions. */
export async function loadAccount() {
  const scope = await requireContractor();
  const user = await currentUser();
  if (!user) throw new Error("behind the gate somebody is signed in");
  const sessions = await inScope(systemScope, (tx) => listSessions(tx, user.id));
  return {
    name: user.name,
    email: user.email,
    companyName: user.companyName ?? "",
    companyRole: scope.companyRole,
    sessions: sessions.map((session) => presentSession(session, user.session.id)),
  };
}

/** The frame of a public page. */
export async function loadPublicFrame() {
  return { site: await loadSite() };
}

/** The page behind the link of a reset: whose password it sets; null when the link is invalid. */
export async function loadReset() {
  const token = await linkTokenOf("password_reset");
  const found = await inScope(systemScope, (tx) => findOpenReset(tx, linkHash(token)));
  return found && { email: found.user.email };
}

/**
 * The frame of the sign-in page, and whether `next` is a page to return to. People who are signed in are redirected
 * there or to their own top page.
 */
export async function loadSignIn(next: string | undefined) {
  const user = await currentUser();
  if (user) redirect(landingAfterSignIn(topPageOf(user.role), next));
  const tops = [paths.desk(), paths.verify(), paths.admin(), paths.branch()];
  const returning = tops.some((top) => landingAfterSignIn(top, next) === next);
  return { site: await loadSite(), returning };
}
