import { notFound } from "next/navigation";
import { requireHolder } from "#lib/auth/gates.ts";
import { inline } from "#lib/core/attachment.ts";
import { fileResponse } from "#lib/core/file-response.ts";
import { loadAttachment } from "#lib/features/attachments/loaders.ts";

/** An attachment in the browser's own viewer of PDFs and pictures, for the same people as the download. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }) {
  const file = (await loadAttachment(await requireHolder(), (await params).id)) ?? notFound();
  return fileResponse(file, inline(file.fileName, file.asciiName));
}
