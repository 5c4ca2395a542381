import { pdfResponse } from "#app/api/documents/pdf-response.ts";
import { requireObligee } from "#lib/auth/gates.ts";
import { loadVerifiedPdf } from "#lib/features/verification/loaders.ts";

/** The certificate's PDF behind an official's lookup, while the lookup is open. */
export async function GET(_request: Request, { params }: { params: Promise<{ verificationId: string }> }) {
  const scope = await requireObligee();
  const { verificationId } = await params;
  return pdfResponse(() => loadVerifiedPdf(scope, verificationId));
}
