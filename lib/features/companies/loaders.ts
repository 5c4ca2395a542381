import "server-only";
import type { ContractorScope } from "#lib/auth/scope.ts";
import { inScope } from "#lib/core/db.ts";
import { listBranches } from "#lib/features/branches/queries.ts";
import { findCompany } from "./queries.ts";

/** 会社情報, with the branches to choose from. */
export async function loadCompany(scope: ContractorScope) {
  return inScope(scope, async (tx) => ({
    company: await findCompany(tx, scope),
    branches: (await listBranches(tx)).map(({ id, name }) => ({ value: id, label: name })),
  }));
}
