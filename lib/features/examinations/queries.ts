import type { BranchScope } from "#lib/auth/scope.ts";
import type { Tx } from "#lib/core/db.ts";
import type { SimilarApplication } from "./types.ts";

/**
 * The branch's other applications for an obligee that ended or may end in a guarantee, as last sent, newest first. At
 * most the last 1,000: an obligee orders some hundred works a year, and a second sending comes within days.
 */
export async function listSimilarApplications(
  tx: Tx<BranchScope>,
  application: { id: string; obligeeTitle: string },
): Promise<SimilarApplication[]> {
  return tx.$queryRaw<SimilarApplication[]>`
    SELECT a.id::text AS id, a.receipt_number AS "receiptNumber", a.company_name AS "companyName", a.products,
      s.answers #>> '{works,workName}' AS "workName", s.answers #>> '{works,workNumber}' AS "workNumber"
    FROM applications a
    JOIN LATERAL (
      SELECT answers FROM submissions WHERE application_id = a.id ORDER BY revision DESC LIMIT 1
    ) s ON true
    WHERE a.obligee_title = ${application.obligeeTitle} AND a.id <> ${application.id}::uuid
      AND a.status NOT IN ('draft', 'refused', 'withdrawn')
    ORDER BY a.submitted_at DESC
    LIMIT 1000`;
}
