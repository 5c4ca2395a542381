import { csvResponse } from "#app/api/lists/csv-response.ts";
import { requireContractor } from "#lib/auth/gates.ts";
import { exportGuarantees } from "#lib/features/guarantees/loaders.ts";

/** 保証契約一覧 as CSV, with the search, filters and order of the page. */
export async function GET(request: Request) {
  const scope = await requireContractor();
  const query = Object.fromEntries(new URL(request.url).searchParams);
  return csvResponse(exportGuarantees(scope, query), "保証契約一覧", "contracts");
}
