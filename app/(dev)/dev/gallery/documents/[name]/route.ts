import { env } from "#lib/core/env.ts";
import { applicationCopySample, certificateSample, keyNoticeSample } from "#lib/pdf/documents/samples.ts";
import { renderApplicationCopy, renderCertificate, renderKeyNotice } from "#lib/pdf/render.ts";

/** A sample document as PDF, for the gallery; only where the demo runs. */
export async function GET(_request: Request, { params }: { params: Promise<{ name: string }> }) {
  const { name } = await params;
  const bytes =
    name === "certificate"
      ? await renderCertificate(certificateSample)
      : name === "key-notice"
        ? await renderKeyNotice(keyNoticeSample)
        : name === "application-copy"
          ? await renderApplicationCopy(applicationCopySample)
          : null;
  if (!env().demo || bytes === null) return new Response(null, { status: 404 });
  return new Response(Uint8Array.from(bytes), {
    headers: { "Content-Type": "application/pdf", "Cache-Control": "no-store" },
  });
}
