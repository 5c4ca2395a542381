import { notFound } from "next/navigation";
import { CertificateWindow } from "#components/certificates/certificate-window.tsx";
import { requireContractor } from "#lib/auth/gates.ts";
import { titleBehind } from "#lib/auth/titles.ts";
import { paths } from "#lib/core/paths.ts";
import { loadCertificate } from "#lib/features/certificates/loaders.ts";

export const generateMetadata = titleBehind(requireContractor, "保証証書");

/** One version of the certificate, in the window that 「選択」 opens. */
export default async function ContractCertificate({
  params,
}: {
  params: Promise<{ id: string; version: string }>;
}) {
  const scope = await requireContractor();
  const { id, version } = await params;
  const certificate = await loadCertificate(scope, id, Number(version));
  if (!certificate) notFound();
  return <CertificateWindow model={certificate.model} backHref={paths.guarantee(id)} />;
}
