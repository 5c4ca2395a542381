import type { Scope } from "#lib/core/db.ts";

declare const minted: unique symbol;
type Minted = { readonly [minted]: true };

/** The roles of a contractor's people: 管理者, 申込担当, 閲覧のみ. */
export type CompanyRole = "manager" | "applicant" | "viewer";

/**
 * A contractor's person, who sees the company's own records. `readOnly` is 閲覧のみ; perform() refuses it, so that no
 * operation has to think of it.
 */
export type ContractorScope = Scope<"contractor"> &
  Minted & { readonly partyId: string; readonly companyRole: CompanyRole; readonly readOnly: boolean };
/** A branch's person or a job working for a branch. */
export type BranchScope = Scope<"branch"> & Minted & { readonly partyId: string; readonly approver: boolean };
/** An official, who sees what was issued to the obligee. */
export type ObligeeScope = Scope<"obligee"> & Minted & { readonly partyId: string; readonly actorId: string };
/** The guarantor's administrator. */
export type AdminScope = Scope<"admin"> & Minted;
/** Work without a tenant: sign-in, throttling, public lists, sending mail. */
export type SystemScope = Scope<"system"> & Minted;

type Actor = { readonly id: string | null; readonly name: string };

/** Mints a contractor's scope. Only gates, jobs, the seed and test factories may call the minting functions. */
export function contractorScope(
  companyId: string,
  actor: Actor,
  companyRole: CompanyRole = "applicant",
): ContractorScope {
  return {
    party: "contractor",
    partyId: companyId,
    actorId: actor.id,
    actorName: actor.name,
    companyRole,
    readOnly: companyRole === "viewer",
  } as ContractorScope;
}

/** Mints a branch's scope; `approver` says whether the person may approve above the limit. */
export function branchScope(branchId: string, actor: Actor, approver: boolean): BranchScope {
  return {
    party: "branch",
    partyId: branchId,
    actorId: actor.id,
    actorName: actor.name,
    approver,
  } as BranchScope;
}

/** Mints an official's scope. */
export function obligeeScope(obligeeId: string, actor: { id: string; name: string }): ObligeeScope {
  return { party: "obligee", partyId: obligeeId, actorId: actor.id, actorName: actor.name } as ObligeeScope;
}

/** Mints an administrator's scope. */
export function adminScope(actor: Actor): AdminScope {
  return { party: "admin", partyId: null, actorId: actor.id, actorName: actor.name } as AdminScope;
}

/** The scope of a branch's job: the worker acts as 「保証デスク」. */
export function jobScope(branchId: string): BranchScope {
  return branchScope(branchId, { id: null, name: "保証デスク" }, false);
}

/** The scope of work without a tenant. */
export const systemScope = {
  party: "system",
  partyId: null,
  actorId: null,
  actorName: "保証デスク",
} as SystemScope;
