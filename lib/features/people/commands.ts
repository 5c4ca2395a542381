import "server-only";
import { linkHash, newLinkHash } from "#lib/auth/links.ts";
import { hashPassword } from "#lib/auth/password.ts";
import { passwordProblem } from "#lib/auth/password-rules.ts";
import { type ContractorScope, contractorScope, systemScope } from "#lib/auth/scope.ts";
import { endSessionsOf } from "#lib/auth/sessions.ts";
import { now } from "#lib/core/clock.ts";
import { inScope, type Tx } from "#lib/core/db.ts";
import { newId } from "#lib/core/ids.ts";
import { type Limit, returnTry, takeTry } from "#lib/core/rate-limit.ts";
import { isRefused, mustWait, type Refused, refused } from "#lib/core/result.ts";
import { recordAudit } from "#lib/features/audit/commands.ts";
import { accountLetter } from "#lib/jobs/definitions/account-letter.ts";
import { enqueue } from "#lib/jobs/queue.ts";
import { type CompanyRole, INVITATION_HOURS } from "./constants.ts";
import { mayDisable } from "./policy.ts";
import { findInvitation, findInvitationByLink, findPerson, findPersonByEmail } from "./queries.ts";
import { isOpen, losesManager } from "./rules.ts";

const expiry = () => new Date(now().getTime() + INVITATION_HOURS * 60 * 60 * 1000);

/**
 * Enqueues the mail of an invitation. Whether the address is known is found out when it is sent, and nobody of the
 * company learns it.
 */
async function mail(tx: Tx, id: string, version: number): Promise<void> {
  await enqueue(tx, accountLetter, { branchId: null, letter: "invitation", id, version });
}

/**
 * Invites an address into the company. Whether somebody elsewhere already signs in with it makes no difference here;
 * only the mail, which goes to that person, says so.
 */
export async function invitePerson(
  scope: ContractorScope,
  { email, role }: { email: string; role: CompanyRole },
): Promise<{ id: string } | Refused<"already_here" | "invited_before">> {
  return inScope(scope, async (tx) => {
    if (await findPersonByEmail(tx, email)) return refused("already_here");
    const before = await tx.invitation.findFirst({
      where: { email, usedAt: null, cancelledAt: null },
      select: { id: true },
    });
    if (before) return refused("invited_before");
    if (scope.actorId === null) throw new Error("an invitation is a person's");
    const id = newId();
    await tx.invitation.create({
      data: {
        id,
        companyId: scope.partyId,
        email,
        role,
        version: 1,
        tokenHash: newLinkHash({ kind: "invitation", id, version: 1 }),
        invitedBy: scope.actorId,
        invitedByName: scope.actorName,
        createdAt: now(),
        expiresAt: expiry(),
      },
    });
    await mail(tx, id, 1);
    await recordAudit(tx, scope, "person.invited", {}, { invitationId: id, role });
    return { id };
  });
}

/** 「もう一度送る」: a new link with its full time; the link of the earlier mail becomes void. */
export async function resendInvitation(
  scope: ContractorScope,
  { id }: { id: string },
): Promise<{ id: string } | Refused<"not_found">> {
  return inScope(scope, async (tx) => {
    const found = await findInvitation(tx, id);
    if (!found || found.usedAt || found.cancelledAt) return refused("not_found");
    const version = found.version + 1;
    const tokenHash = newLinkHash({ kind: "invitation", id, version });
    const { count } = await tx.invitation.updateMany({
      where: { id, version: found.version, usedAt: null, cancelledAt: null },
      data: { version, tokenHash, expiresAt: expiry(), failedAt: null },
    });
    if (count === 0) return { id }; // the other click of a double click has sent it
    await mail(tx, id, version);
    await recordAudit(tx, scope, "person.invitation_resent", {}, { invitationId: id });
    return { id };
  });
}

/** 「取り消す」: the link becomes void at once. */
export async function cancelInvitation(
  scope: ContractorScope,
  { id }: { id: string },
): Promise<{ id: string } | Refused<"not_found">> {
  return inScope(scope, async (tx) => {
    const { count } = await tx.invitation.updateMany({
      where: { id, usedAt: null, cancelledAt: null },
      data: { cancelledAt: now() },
    });
    if (count === 0) return refused("not_found");
    await recordAudit(tx, scope, "person.invitation_cancelled", {}, { invitationId: id });
    return { id };
  });
}

/**
 * Records that the mail server finally refused an invitation's mail: the list says so, and the address can be
 * corrected.
 */
export async function markInvitationFailed(tx: Tx, id: string, version: number): Promise<void> {
  await tx.invitation.updateMany({ where: { id, version }, data: { failedAt: now() } });
}

type Change = { role: CompanyRole } | { disable: boolean };
type Reason = "not_found" | "last_manager" | "own_account";

/**
 * Changes a person while the rows of all the company's managers are locked, in one order: when two managers demote each
 * other at once, the second finds that they are the last one.
 */
async function changePerson(
  scope: ContractorScope,
  id: string,
  change: Change,
): Promise<{ id: string } | Refused<Reason>> {
  return inScope(scope, async (tx) => {
    const managers = await tx.$queryRaw<{ id: string }[]>`
      SELECT id::text FROM users WHERE company_role = 'manager' AND disabled_at IS NULL ORDER BY id FOR UPDATE`;
    // The gate was before the lock: whoever was demoted or disabled meanwhile has no say any more.
    if (!managers.some((manager) => manager.id === scope.actorId)) return refused("not_found");
    const person = await findPerson(tx, id);
    if (!person) return refused("not_found");
    if ("disable" in change && change.disable && !mayDisable(scope, id)) return refused("own_account");
    if (losesManager(person, change) && managers.length < 2) return refused("last_manager");
    if ("role" in change) {
      if (person.companyRole === change.role) return { id };
      await tx.user.updateMany({ where: { id }, data: { companyRole: change.role } });
      const from = person.companyRole ?? "viewer";
      await recordAudit(tx, scope, "person.role_changed", {}, { userId: id, from, to: change.role });
      return { id };
    }
    if (change.disable === (person.disabledAt !== null)) return { id };
    await tx.user.updateMany({ where: { id }, data: { disabledAt: change.disable ? now() : null } });
    const event = change.disable ? "person.disabled" : "person.enabled";
    await recordAudit(tx, scope, event, {}, { userId: id });
    return { id };
  });
}

/** 「権限を変更する」: takes effect at the person's next request. The last 管理者 stays one. */
export const changeRole = (scope: ContractorScope, { id, role }: { id: string; role: CompanyRole }) =>
  changePerson(scope, id, { role });

/** 「利用を停止する」: the person's next request is not signed in, and none of their sessions ever comes back. */
export async function disablePerson(scope: ContractorScope, { id }: { id: string }) {
  const stopped = await changePerson(scope, id, { disable: true });
  // Sessions are the system's rows. The sessions of a disabled person are useless already, but if they were kept,
  // enabling the person would sign all their devices in again.
  if (!isRefused(stopped)) await inScope(systemScope, (tx) => endSessionsOf(tx, id, { allBut: null }));
  return stopped;
}

/** 「利用を再開する」 */
export const enablePerson = (scope: ContractorScope, { id }: { id: string }) =>
  changePerson(scope, id, { disable: false });

/** How many invalid links may be tried from one network address. */
const perAddress: Limit = {
  free: 20,
  firstWaitSeconds: 30,
  longestWaitSeconds: 3600,
  forgetAfterSeconds: 3600,
};

type Accepted = { email: string };
type Registration = { token: string; name: string; password: string };

/**
 * 「登録する」 behind an invitation's link: creates the person, once. Every invalid link gets the same answer; if the address
 * has got an account meanwhile, only whoever reads its mails learns that.
 */
export async function acceptInvitation(
  { token, name, password }: Registration,
  address: string,
): Promise<
  | Accepted
  | { errors: { field: string; message: string }[] }
  | Refused<"link_dead" | "registered" | "must_wait">
> {
  const key = `link:address:${address}`;
  const opened = await inScope(systemScope, async (tx) => {
    const wait = await takeTry(tx, key, perAddress);
    if (wait) return wait;
    const found = await findInvitationByLink(tx, linkHash(token));
    if (!found || !isOpen(found, now())) return null;
    await returnTry(tx, key);
    return found;
  });
  if (opened === null) return refused("link_dead");
  if ("waitSeconds" in opened) return mustWait(opened.waitSeconds);
  const message = passwordProblem(password, [opened.company.name, name, opened.email]);
  if (message !== null) return { errors: [{ field: "password", message }] };
  const passwordHash = await hashPassword(password); // outside the transaction, because hashing is slow on purpose
  return inScope(systemScope, async (tx) => {
    const there = await tx.user.findFirst({ where: { email: opened.email }, select: { id: true } });
    if (there) return refused("registered");
    const used = await tx.invitation.updateMany({
      where: { tokenHash: linkHash(token), usedAt: null, cancelledAt: null, expiresAt: { gt: now() } },
      data: { usedAt: now() },
    });
    if (used.count === 0) return refused("link_dead");
    const { id: invitationId, email, role, companyId } = opened;
    const id = newId();
    const made = await tx.user.createMany({
      data: [{ id, email, name, passwordHash, role: "contractor", companyRole: role, companyId }],
      skipDuplicates: true,
    });
    if (made.count === 0) return refused("registered");
    const joined = contractorScope(companyId, { id, name }, role);
    await recordAudit(tx, joined, "person.joined", {}, { invitationId, role });
    return { email };
  });
}
