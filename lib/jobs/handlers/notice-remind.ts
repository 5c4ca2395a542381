import { jobScope, systemScope } from "#lib/auth/scope.ts";
import { inScope } from "#lib/core/db.ts";
import { listBranchIds } from "#lib/features/branches/queries.ts";
import { remindOfExpiry } from "#lib/features/notices/commands.ts";

/** Reminds the companies of every branch; runs again from the start when it was killed, since nobody is told twice. */
export async function remindOfExpiryJob(): Promise<void> {
  for (const branchId of await inScope(systemScope, listBranchIds)) await remindOfExpiry(jobScope(branchId));
}
