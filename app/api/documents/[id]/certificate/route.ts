import { pdfResponse } from "#app/api/documents/pdf-response.ts";
import { requireHolder } from "#lib/auth/gates.ts";
import { loadCertificatePdf } from "#lib/features/certificates/loaders.ts";

/** The certificate's PDF for the contractor and the branch of a guarantee. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }) {
  const scope = await requireHolder();
  const { id } = await params;
  return pdfResponse(() => loadCertificatePdf(scope, id));
}
