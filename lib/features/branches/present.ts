import type { BranchChoice } from "./types.ts";

/** What contractors may know about the branches: whom to call, but no limits. */
export function presentBranches(branches: readonly BranchChoice[]): BranchChoice[] {
  return branches.map(({ id, name, tel, hours }) => ({ id, name, tel, hours }));
}
