import "server-only";
import type { ContractorScope } from "#lib/auth/scope.ts";
import type { Tx } from "#lib/core/db.ts";
import type { CompanyAnswers, CompanyRecord } from "./types.ts";

/** The contractor's own company, with its 会社情報. */
export async function findCompany(tx: Tx<ContractorScope>, scope: ContractorScope): Promise<CompanyRecord> {
  const { defaults, ...company } = await tx.company.findFirstOrThrow({
    where: { id: scope.partyId },
    select: { name: true, address: true, defaults: { select: { answers: true, version: true } } },
  });
  return {
    ...company,
    answers: (defaults?.answers ?? {}) as CompanyAnswers,
    version: defaults?.version ?? 0,
  };
}
