import { pingDatabase } from "#lib/core/db.ts";

export const dynamic = "force-dynamic";

/** Whether requests can be served: the database answers. */
export async function GET(): Promise<Response> {
  const database = await pingDatabase();
  return Response.json(
    { status: database ? "ok" : "unavailable", database },
    { status: database ? 200 : 503 },
  );
}
