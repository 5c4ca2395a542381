import { notFound } from "next/navigation";
import { CertificateWindow } from "#components/certificates/certificate-window.tsx";
import { requireBranch } from "#lib/auth/gates.ts";
import { titleBehind } from "#lib/auth/titles.ts";
import { paths } from "#lib/core/paths.ts";
import { loadCertificate } from "#lib/features/certificates/loaders.ts";

export const generateMetadata = titleBehind(requireBranch, "保証証書");

type Props = { params: Promise<{ id: string; version: string }> };

/** One version of a certificate, which the branch prints for the contractor of a paper guarantee. */
export default async function BranchCertificate({ params }: Props) {
  const scope = await requireBranch();
  const { id, version } = await params;
  const certificate = await loadCertificate(scope, id, Number(version));
  if (!certificate) notFound();
  return (
    <CertificateWindow model={certificate.model} backHref={paths.branchCase(certificate.applicationId)} />
  );
}
