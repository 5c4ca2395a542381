import { fileResponse } from "#app/api/attachments/file-response.ts";
import { requireHolder } from "#lib/auth/gates.ts";
import { inline } from "#lib/core/attachment.ts";
import { loadAttachment } from "#lib/features/attachments/loaders.ts";

/** An attachment in the browser's own viewer of PDFs and pictures, for the same people as the download. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }) {
  const file = await loadAttachment(await requireHolder(), (await params).id);
  return fileResponse(file, file ? inline(file.fileName, file.asciiName) : "");
}
