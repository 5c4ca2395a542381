import { notFound } from "next/navigation";
import { requireHolder } from "#lib/auth/gates.ts";
import { fileResponse } from "#lib/core/file-response.ts";
import { loadPreview } from "#lib/features/attachments/loaders.ts";

/** A picture among the attachments, for its thumbnail; 404 for every other file. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }) {
  const file = (await loadPreview(await requireHolder(), (await params).id)) ?? notFound();
  return fileResponse(file, "inline");
}
