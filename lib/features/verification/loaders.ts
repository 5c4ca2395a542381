import "server-only";
import { cache } from "react";
import type { ObligeeScope } from "#lib/auth/scope.ts";
import { formatInstant } from "#lib/core/calendar.ts";
import { inScope, type Tx } from "#lib/core/db.ts";
import { isId } from "#lib/core/ids.ts";
import { paths } from "#lib/core/paths.ts";
import { loadBranches } from "#lib/features/branches/loaders.ts";
import { presentCertificate, presentHistory, presentOverview } from "#lib/features/certificates/present.ts";
import { findCertificate, findStoredPdf } from "#lib/features/certificates/queries.ts";
import { isVersion, openPdf } from "#lib/features/certificates/rules.ts";
import type { CertificateModel, PdfFile } from "#lib/features/certificates/types.ts";
import { findIssued } from "#lib/features/guarantees/queries.ts";
import { findVerification } from "./queries.ts";

/** What is shown beside the lookup form: the branches to call. */
export async function loadLookup() {
  const branches = await loadBranches();
  return { branches: branches.map(({ name, tel, hours }) => ({ name, tel, hours })) };
}

/**
 * The result of a lookup, for the official who made it, until it expires; null otherwise, and once the guarantee is no
 * longer visible to the obligee. Cached per request for the page and its title.
 */
export const loadVerification = cache(async (scope: ObligeeScope, verificationId: string) => {
  const branches = await loadBranches();
  return inVerification(scope, verificationId, async (tx, { guaranteeId, verifiedAt }) => {
    const issued = await findIssued(tx, guaranteeId);
    const newest = issued?.certificates[0];
    if (!issued || !newest) return null;
    const hours = branches.find(({ name }) => name === newest.content.branch.name)?.hours;
    return {
      id: verificationId,
      verifiedAt: formatInstant(verifiedAt),
      overview: presentOverview(newest.content),
      certificate: presentCertificate(newest.content, issued.form),
      history: presentHistory(issued, (version) => paths.verificationCertificate(verificationId, version)),
      pdfHref: paths.verificationPdf(verificationId),
      branch: { ...newest.content.branch, hours },
    };
  });
});

/** One version of the certificate after a lookup, under the same conditions. */
export async function loadVerifiedCertificate(
  scope: ObligeeScope,
  verificationId: string,
  version: number,
): Promise<CertificateModel | null> {
  if (!isVersion(version)) return null;
  return inVerification(scope, verificationId, async (tx, { guaranteeId }) => {
    const found = await findCertificate(tx, guaranteeId, version);
    return found && presentCertificate(found.content, found.form);
  });
}

/** The certificate's PDF after a lookup, under the same conditions. */
export async function loadVerifiedPdf(scope: ObligeeScope, verificationId: string): Promise<PdfFile | null> {
  return inVerification(scope, verificationId, async (tx, { guaranteeId }) => {
    const stored = await findStoredPdf(tx, guaranteeId, "certificate");
    return stored && openPdf(stored, "certificate");
  });
}

type Verification = NonNullable<Awaited<ReturnType<typeof findVerification>>>;

async function inVerification<T>(
  scope: ObligeeScope,
  id: string,
  read: (tx: Tx<ObligeeScope>, verification: Verification) => Promise<T | null>,
): Promise<T | null> {
  if (!isId(id)) return null;
  return inScope(scope, async (tx) => {
    const verification = await findVerification(tx, scope, id);
    return verification && read(tx, verification);
  });
}
