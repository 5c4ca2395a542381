import "server-only";
import type { ContractorScope, SystemScope } from "#lib/auth/scope.ts";
import type { Tx } from "#lib/core/db.ts";

const person = { id: true, name: true, email: true, companyRole: true, disabledAt: true } as const;

/** The company's people; few enough to be read at once. */
export async function listPeople(tx: Tx<ContractorScope>) {
  return tx.user.findMany({ orderBy: [{ id: "asc" }], take: 500, select: person });
}

/** One of the company's people; null when there is none. */
export async function findPerson(tx: Tx<ContractorScope>, id: string) {
  return tx.user.findFirst({ where: { id }, select: person });
}

/** One of the company's people by the address. */
export async function findPersonByEmail(tx: Tx<ContractorScope>, email: string) {
  return tx.user.findFirst({ where: { email }, select: { id: true } });
}

const invitation = {
  id: true,
  email: true,
  role: true,
  version: true,
  invitedByName: true,
  createdAt: true,
  expiresAt: true,
  usedAt: true,
  cancelledAt: true,
  failedAt: true,
} as const;

/** The company's invitations that were neither accepted nor withdrawn, newest first. */
export async function listInvitations(tx: Tx<ContractorScope>) {
  return tx.invitation.findMany({
    where: { usedAt: null, cancelledAt: null },
    orderBy: { id: "desc" },
    take: 100,
    select: invitation,
  });
}

/** One of the company's invitations; null when there is none. */
export async function findInvitation(tx: Tx<ContractorScope>, id: string) {
  return tx.invitation.findFirst({ where: { id }, select: invitation });
}

/** The invitation behind a link, in any state; null when there never was one. */
export async function findInvitationByLink(tx: Tx<SystemScope>, tokenHash: Uint8Array<ArrayBuffer>) {
  return tx.invitation.findFirst({
    where: { tokenHash },
    select: { ...invitation, companyId: true, company: { select: { name: true } } },
  });
}

/** The content of an invitation's mail; `registered`: the address already has an account, here or elsewhere. */
export async function findInvitationToMail(tx: Tx<SystemScope>, id: string) {
  const found = await tx.invitation.findFirst({
    where: { id, usedAt: null, cancelledAt: null },
    select: { ...invitation, tokenHash: true, company: { select: { name: true } } },
  });
  if (!found) return null;
  const registered = await tx.user.findFirst({ where: { email: found.email }, select: { id: true } });
  return { ...found, registered: registered !== null };
}
