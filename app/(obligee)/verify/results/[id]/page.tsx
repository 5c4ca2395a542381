import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CertificateHistory } from "#components/certificates/certificate-history.tsx";
import { CertificateOverview } from "#components/certificates/certificate-overview.tsx";
import { CertificateSheet } from "#components/certificates/certificate-sheet.tsx";
import { ObligeeFrame } from "#components/layout/frames.tsx";
import { Page, PageTitle } from "#components/layout/page.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { Lookup } from "#components/verification/lookup.tsx";
import { VerificationResult } from "#components/verification/verification-result.tsx";
import { requireObligee } from "#lib/auth/gates.ts";
import { helpPath, paths } from "#lib/core/paths.ts";
import { logoutAction } from "#lib/features/accounts/actions.ts";
import { loadFrame } from "#lib/features/accounts/loaders.ts";
import { loadVerification } from "#lib/features/verification/loaders.ts";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await loadVerification(await requireObligee(), (await params).id);
  return found ? { title: `${found.overview.contractNumber} 照会結果` } : {};
}

/** The result of a lookup: the form again, the facts, the history and the certificate. */
export default async function VerificationPage({ params }: Props) {
  const scope = await requireObligee();
  const found = await loadVerification(scope, (await params).id);
  if (!found) notFound();
  const frame = await loadFrame();
  const { overview, certificate, history, verifiedAt, pdfHref, branch } = found;
  return (
    <ObligeeFrame {...frame} logout={logoutAction}>
      <Page crumbs={[{ label: "保証確認サービス", href: paths.verify() }, { label: "照会結果" }]}>
        <PageTitle side={<TextLink href={helpPath("hand-in", "verify")}>照会のヘルプ</TextLink>}>
          保証確認サービス
        </PageTitle>
        <Lookup
          contractNumber={overview.contractNumber}
          result={
            <VerificationResult
              verifiedAt={verifiedAt}
              pdfHref={pdfHref}
              branch={branch}
              obligee={frame.user.displayName}
              certificate={<CertificateSheet model={certificate} headingLevel={3} />}
            >
              <CertificateOverview overview={overview} />
              <CertificateHistory versions={history} />
            </VerificationResult>
          }
        />
      </Page>
    </ObligeeFrame>
  );
}
