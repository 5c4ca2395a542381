import type { BranchChoice } from "./types.ts";

/** What the contractor may know of the branches: whom to call, no limits. */
export function presentBranches(branches: readonly BranchChoice[]): BranchChoice[] {
  return branches.map(({ id, name, tel, hours }) => ({ id, name, tel, hours }));
}
