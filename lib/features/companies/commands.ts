import "server-only";
import type { ContractorScope } from "#lib/auth/scope.ts";
import { now } from "#lib/core/clock.ts";
import { inScope } from "#lib/core/db.ts";
import { type Refused, refused } from "#lib/core/result.ts";
import { recordAudit } from "#lib/features/audit/commands.ts";
import { listBranches } from "#lib/features/branches/queries.ts";
import type { DefaultField } from "./constants.ts";
import { readCompany } from "./schema.ts";

type Typed = Record<DefaultField, string>;
type Mistakes = { errors: { field: string; message: string }[] };

/**
 * Stores 会社情報 for future drafts; existing ones stay as they are.
 * @param expectedVersion version that the page showed, 0 before the first save.
 */
export async function saveCompany(
  scope: ContractorScope,
  typed: Typed,
  expectedVersion: number,
): Promise<{ version: number; savedAt: Date } | Mistakes | Refused<"changed_meanwhile">> {
  return inScope(scope, async (tx) => {
    const branches = await listBranches(tx);
    const read = readCompany(
      typed,
      branches.map((branch) => branch.id),
    );
    if ("errors" in read) return read;
    const savedAt = now();
    const row = { answers: read.answers, version: expectedVersion + 1, savedAt, savedBy: scope.actorName };
    const { count } =
      expectedVersion === 0
        ? await tx.companyDefaults.createMany({
            data: [{ companyId: scope.partyId, ...row }],
            skipDuplicates: true,
          })
        : await tx.companyDefaults.updateMany({
            where: { companyId: scope.partyId, version: expectedVersion },
            data: row,
          });
    if (count === 0) return refused("changed_meanwhile");
    await recordAudit(tx, scope, "company.defaults_saved", {}, { version: row.version });
    return { version: row.version, savedAt };
  });
}
