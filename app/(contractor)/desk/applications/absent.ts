import { notFound, redirect } from "next/navigation";
import type { ContractorScope } from "#lib/auth/scope.ts";
import { paths } from "#lib/core/paths.ts";
import { isThrownAway } from "#lib/features/drafts/loaders.ts";

/**
 * Where the address of a missing application leads: to the list if it is a deleted draft, which can be restored there,
 * else to 404.
 */
export async function absent(scope: ContractorScope, id: string): Promise<never> {
  if (await isThrownAway(scope, id)) redirect(paths.applications({ deleted: id }));
  notFound();
}
