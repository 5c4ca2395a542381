import { fileResponse } from "#app/api/attachments/file-response.ts";
import { requireHolder } from "#lib/auth/gates.ts";
import { loadPreview } from "#lib/features/attachments/loaders.ts";

/** A picture among the attachments, for its thumbnail; 404 for every other file. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }) {
  return fileResponse(await loadPreview(await requireHolder(), (await params).id), "inline");
}
