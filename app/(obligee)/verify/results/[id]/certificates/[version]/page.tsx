import { notFound } from "next/navigation";
import { CertificateWindow } from "#components/certificates/certificate-window.tsx";
import { requireObligee } from "#lib/auth/gates.ts";
import { titleBehind } from "#lib/auth/titles.ts";
import { paths } from "#lib/core/paths.ts";
import { loadVerifiedCertificate } from "#lib/features/verification/loaders.ts";

export const generateMetadata = titleBehind(requireObligee, "保証証書");

/** One version of the certificate, in the window that 「選択」 opens. */
export default async function VerifiedCertificate({
  params,
}: {
  params: Promise<{ id: string; version: string }>;
}) {
  const scope = await requireObligee();
  const { id, version } = await params;
  const model = await loadVerifiedCertificate(scope, id, Number(version));
  if (!model) notFound();
  return <CertificateWindow model={model} backHref={paths.verification(id)} />;
}
