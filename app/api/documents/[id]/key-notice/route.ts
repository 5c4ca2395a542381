import { pdfResponse } from "#app/api/documents/pdf-response.ts";
import { requireContractor } from "#lib/auth/gates.ts";
import { loadKeyNotice } from "#lib/features/certificates/loaders.ts";

/** 「電子保証にかかる「認証キー」のお知らせ」 of the contractor's own guarantee. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }) {
  const scope = await requireContractor();
  const { id } = await params;
  return pdfResponse(() => loadKeyNotice(scope, id));
}
