import "server-only";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { paths } from "#lib/core/paths.ts";
import {
  type AdminScope,
  adminScope,
  type BranchScope,
  branchScope,
  type ContractorScope,
  contractorScope,
  type ObligeeScope,
  obligeeScope,
} from "./scope.ts";
import { sessionToken } from "./session-cookie.ts";
import { findSessionUser, type SessionUser } from "./sessions.ts";

/** The token in the cookie, once per request. */
export const currentToken = cache(sessionToken);

/** Who is signed in, read from the database once per request; null when nobody is. */
export const currentUser = cache(async (): Promise<SessionUser | null> => {
  const token = await currentToken();
  return token === null ? null : findSessionUser(token);
});

/** Each role's own top page. */
export function topPageOf(role: SessionUser["role"]): string {
  if (role === "contractor") return paths.desk();
  if (role === "official") return paths.verify();
  if (role === "admin") return paths.admin();
  return paths.branch();
}

async function requireUser(): Promise<SessionUser> {
  const user = await currentUser();
  if (user) return user;
  const here = (await headers()).get("x-path") ?? "";
  redirect(paths.login(here.startsWith("/") ? here : undefined));
}

// Each gate runs once per request, so that a page and its metadata share one scope and cached loaders read once.

/**
 * Lets a contractor's person in. Whoever is not signed in goes to sign-in and back; another role gets 404, as if the
 * page did not exist.
 */
export const requireContractor = cache(async (): Promise<ContractorScope> => {
  const user = await requireUser();
  if (user.role !== "contractor" || user.companyId === null) notFound();
  return contractorScope(user.companyId, user, user.companyRole ?? "viewer");
});

/** Lets in the managers of a company's people; for everybody else the page does not exist. */
export const requireManager = cache(async (): Promise<ContractorScope> => {
  const scope = await requireContractor();
  if (scope.companyRole !== "manager") notFound();
  return scope;
});

/** Lets in any signed-in person, to their own account: the scope changes only what is theirs. */
export const requirePerson = cache(requireUser);

/** Lets a branch's staff and approvers in, and nobody else. */
export const requireBranch = cache(async (): Promise<BranchScope> => {
  const user = await requireUser();
  if ((user.role !== "staff" && user.role !== "approver") || user.branchId === null) notFound();
  return branchScope(user.branchId, user, user.role === "approver");
});

/** Lets in those who may have a certificate's PDF before the obligee: the contractor and the branch. */
export async function requireHolder(): Promise<ContractorScope | BranchScope> {
  const user = await requireUser();
  return user.role === "contractor" ? requireContractor() : requireBranch();
}

/** Lets an obligee's official in, and nobody else. */
export const requireObligee = cache(async (): Promise<ObligeeScope> => {
  const user = await requireUser();
  if (user.role !== "official" || user.obligeeId === null) notFound();
  return obligeeScope(user.obligeeId, user);
});

/** Lets the guarantor's administrator in, and nobody else. */
export const requireAdmin = cache(async (): Promise<AdminScope> => {
  const user = await requireUser();
  if (user.role !== "admin") notFound();
  return adminScope(user);
});
