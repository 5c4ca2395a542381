import { pdfResponse } from "#app/api/documents/pdf-response.ts";
import { requireObligee } from "#lib/auth/gates.ts";
import { loadVerifiedPdf } from "#lib/features/verification/loaders.ts";

/** The certificate's PDF after an official's lookup, until the lookup expires. */
export async function GET(_request: Request, { params }: { params: Promise<{ verificationId: string }> }) {
  const scope = await requireObligee();
  const { verificationId } = await params;
  return pdfResponse(() => loadVerifiedPdf(scope, verificationId));
}
