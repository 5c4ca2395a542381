import { notFound } from "next/navigation";
import { requireHolder } from "#lib/auth/gates.ts";
import { attachment } from "#lib/core/attachment.ts";
import { fileResponse } from "#lib/core/file-response.ts";
import { loadAttachment } from "#lib/features/attachments/loaders.ts";

/** An attachment to be saved, for the company that added it and the branch it was sent to. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }) {
  const file = (await loadAttachment(await requireHolder(), (await params).id)) ?? notFound();
  return fileResponse(file, attachment(file.fileName, file.asciiName));
}
