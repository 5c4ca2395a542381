import "server-only";
import { systemScope } from "#lib/auth/scope.ts";
import { inScope } from "#lib/core/db.ts";
import { keptFor } from "#lib/core/kept.ts";
import { findGuarantorName, listBranches } from "./queries.ts";

// Asked for on nearly every page, and the same for everyone. A change shows within five seconds. Call them before the
// page's transaction: inside one, a reading of its own would wait for a connection that waits for it.

/** The branches in their order. */
export const loadBranches = keptFor(5_000, () => inScope(systemScope, listBranches));

/** The guarantor's name, for every page's frame. */
export const loadGuarantorName = keptFor(5_000, () => inScope(systemScope, findGuarantorName));
