import { notFound } from "next/navigation";
import { env } from "#lib/core/env.ts";
import { fileResponse } from "#lib/core/file-response.ts";
import { applicationCopySample, certificateSample, keyNoticeSample } from "#lib/pdf/documents/samples.ts";
import { renderApplicationCopy, renderCertificate, renderKeyNotice } from "#lib/pdf/render.ts";

const samples = new Map([
  ["certificate", () => renderCertificate(certificateSample)],
  ["key-notice", () => renderKeyNotice(keyNoticeSample)],
  ["application-copy", () => renderApplicationCopy(applicationCopySample)],
]);

/** A sample document as PDF, for the gallery; only where the demo runs. */
export async function GET(_request: Request, { params }: { params: Promise<{ name: string }> }) {
  const render = samples.get((await params).name);
  if (!env().demo || !render) notFound();
  return fileResponse({ mediaType: "application/pdf", body: Uint8Array.from(await render()) }, "inline");
}
