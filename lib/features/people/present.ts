import { formatInstant } from "#lib/core/calendar.ts";
import { type CompanyRole, ROLE_LABELS } from "./constants.ts";
import { isOpen } from "./rules.ts";
import type { InvitationItem, PersonItem } from "./types.ts";

type Person = {
  id: string;
  name: string;
  email: string;
  companyRole: CompanyRole | null;
  disabledAt: Date | null;
};

/** A person as the company's managers see them; without a stored role, the least powerful one. */
export function presentPerson(person: Person, viewerId: string | null): PersonItem {
  const { id, name, email, companyRole, disabledAt } = person;
  const role = companyRole ?? "viewer";
  const self = id === viewerId;
  return { id, name, email, role, roleName: ROLE_LABELS[role], disabled: disabledAt !== null, self };
}

type Invitation = {
  id: string;
  email: string;
  role: CompanyRole;
  invitedByName: string;
  expiresAt: Date;
  usedAt: Date | null;
  cancelledAt: Date | null;
  failedAt: Date | null;
};

function stateOf(invitation: Invitation, at: Date): InvitationItem["state"] {
  if (invitation.failedAt) return { label: "届いていません", tone: "stop" };
  return isOpen(invitation, at) ? { label: "招待中", tone: "go" } : { label: "期限切れ", tone: "turn" };
}

/** An invitation in words, at an instant. */
export function presentInvitation(invitation: Invitation, at: Date): InvitationItem {
  return {
    id: invitation.id,
    email: invitation.email,
    roleName: ROLE_LABELS[invitation.role],
    state: stateOf(invitation, at),
    until: `${formatInstant(invitation.expiresAt)} まで`,
    invitedBy: invitation.invitedByName,
  };
}
