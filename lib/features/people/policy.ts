import type { ContractorScope } from "#lib/auth/scope.ts";

/** Whether a person may be stopped from using the portal: not by themselves, who could not undo it. */
export function mayDisable(scope: ContractorScope, personId: string): boolean {
  return scope.actorId !== personId;
}
