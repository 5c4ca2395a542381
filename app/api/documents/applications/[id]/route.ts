import { pdfResponse } from "#app/api/documents/pdf-response.ts";
import { requireHolder } from "#lib/auth/gates.ts";
import { loadApplicationCopy } from "#lib/features/submissions/loaders.ts";
import { renderApplicationCopy } from "#lib/pdf/render.ts";

/** 「申込内容の控え（PDF）」 for the contractor who sent it and the branch that has it. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }) {
  const scope = await requireHolder();
  const { id } = await params;
  return pdfResponse(async () => {
    const copy = await loadApplicationCopy(scope, id);
    return (
      copy && {
        bytes: Uint8Array.from(await renderApplicationCopy(copy)),
        fileName: `申込内容の控え_${copy.receiptNumber}.pdf`,
        asciiName: `application_${copy.receiptNumber}.pdf`,
      }
    );
  });
}
