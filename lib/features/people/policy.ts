import type { ContractorScope } from "#lib/auth/scope.ts";

/** Whether a person may be disabled: not by themselves, since they could not undo it. */
export function mayDisable(scope: ContractorScope, personId: string): boolean {
  return scope.actorId !== personId;
}
