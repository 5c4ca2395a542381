import "server-only";
import { linkTokenOf } from "#lib/auth/link-cookie.ts";
import { linkHash } from "#lib/auth/links.ts";
import { type ContractorScope, systemScope } from "#lib/auth/scope.ts";
import { now } from "#lib/core/clock.ts";
import { inScope } from "#lib/core/db.ts";
import { isId } from "#lib/core/ids.ts";
import { ROLE_LABELS } from "./constants.ts";
import { presentInvitation, presentPerson } from "./present.ts";
import { findInvitationByLink, findPerson, listInvitations, listPeople } from "./queries.ts";
import { isOpen } from "./rules.ts";

/** The company's people and its open invitations. */
export async function loadPeople(scope: ContractorScope) {
  return inScope(scope, async (tx) => {
    const at = now();
    return {
      people: (await listPeople(tx)).map((person) => presentPerson(person, scope.actorId)),
      invitations: (await listInvitations(tx)).map((invitation) => presentInvitation(invitation, at)),
    };
  });
}

/** One of the company's people; null when there is none. */
export async function loadPerson(scope: ContractorScope, id: string) {
  if (!isId(id)) return null;
  const person = await inScope(scope, (tx) => findPerson(tx, id));
  return person && presentPerson(person, scope.actorId);
}

/** The invitation whose link the browser brings; null when it is invalid for any reason. */
export async function loadInvitation() {
  const token = await linkTokenOf("invitation");
  const found = await inScope(systemScope, (tx) => findInvitationByLink(tx, linkHash(token)));
  if (!found || !isOpen(found, now())) return null;
  const { email, role, invitedByName, company } = found;
  return { email, roleName: ROLE_LABELS[role], invitedBy: invitedByName, companyName: company.name };
}
