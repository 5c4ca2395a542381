import { notFound, redirect } from "next/navigation";
import type { ContractorScope } from "#lib/auth/scope.ts";
import { paths } from "#lib/core/paths.ts";
import { isThrownAway } from "#lib/features/drafts/loaders.ts";

/** Where an address leads that shows no application: to the list, where a draft that was thrown away can be taken back, else 404. */
export async function absent(scope: ContractorScope, id: string): Promise<never> {
  if (await isThrownAway(scope, id)) redirect(paths.applications({ deleted: id }));
  notFound();
}
