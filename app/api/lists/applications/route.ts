import { csvResponse } from "#app/api/lists/csv-response.ts";
import { requireContractor } from "#lib/auth/gates.ts";
import { exportApplications } from "#lib/features/applications/loaders.ts";

/** Drafts and applications as CSV, with the search, filters and order of the page. */
export async function GET(request: Request) {
  const scope = await requireContractor();
  const query = Object.fromEntries(new URL(request.url).searchParams);
  return csvResponse(exportApplications(scope, query), "保証申込", "applications");
}
