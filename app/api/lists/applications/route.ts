import { csvResponse } from "#app/api/lists/csv-response.ts";
import { requireContractor } from "#lib/auth/gates.ts";
import { exportApplications } from "#lib/features/applications/loaders.ts";

/** The drafts and applications as a CSV, with the search, filters and order of the page it was saved from. */
export async function GET(request: Request) {
  const scope = await requireContractor();
  const query = Object.fromEntries(new URL(request.url).searchParams);
  return csvResponse(exportApplications(scope, query), "保証申込", "applications");
}
