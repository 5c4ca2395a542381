import { jobScope, systemScope } from "#lib/auth/scope.ts";
import { inScope } from "#lib/core/db.ts";
import { listBranchIds } from "#lib/features/branches/queries.ts";
import { remindOfExpiry } from "#lib/features/notices/commands.ts";

/** Reminds the companies of every branch. After a crash it starts over, since nobody is reminded twice. */
export async function remindOfExpiryJob(): Promise<void> {
  for (const branchId of await inScope(systemScope, listBranchIds)) await remindOfExpiry(jobScope(branchId));
}
