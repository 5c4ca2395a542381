import "server-only";
import type { BranchScope, ContractorScope } from "#lib/auth/scope.ts";
import { inScope } from "#lib/core/db.ts";
import { isId } from "#lib/core/ids.ts";
import { recordAudit } from "#lib/features/audit/commands.ts";
import { findKeyVersion } from "#lib/features/keys/queries.ts";
import { presentCertificate } from "./present.ts";
import { findCertificate, findStoredPdf } from "./queries.ts";
import { isVersion, openPdf } from "./rules.ts";
import type { CertificateModel, PdfFile } from "./types.ts";

/**
 * One version of a certificate as on paper, and its application, for the contractor and the branch; null when it is not
 * theirs.
 */
export async function loadCertificate(
  scope: ContractorScope | BranchScope,
  guaranteeId: string,
  version: number,
): Promise<{ model: CertificateModel; applicationId: string } | null> {
  if (!isId(guaranteeId) || !isVersion(version)) return null;
  const found = await inScope(scope, (tx) => findCertificate(tx, guaranteeId, version));
  return (
    found && { model: presentCertificate(found.content, found.form), applicationId: found.applicationId }
  );
}

/** The certificate's PDF for the contractor and the branch; null when there is none or it is not theirs. */
export async function loadCertificatePdf(
  scope: ContractorScope | BranchScope,
  guaranteeId: string,
): Promise<PdfFile | null> {
  if (!isId(guaranteeId)) return null;
  const stored = await inScope(scope, (tx) => findStoredPdf(tx, guaranteeId, "certificate"));
  return stored && openPdf(stored, "certificate");
}

/** The key notice for the contractor who owns it; the download is recorded before the bytes go out. */
export async function loadKeyNotice(
  scope: ContractorScope,
  guaranteeId: string,
): Promise<PdfFile | "not_ready" | null> {
  if (!isId(guaranteeId)) return null;
  return inScope(scope, async (tx) => {
    const stored = await findStoredPdf(tx, guaranteeId, "key_notice");
    if (!stored) return null;
    // The key has just been reissued, and the notice that exists opens nothing any more.
    if (stored.version !== (await findKeyVersion(tx, guaranteeId))) return "not_ready";
    const file = openPdf(stored, "key_notice");
    const { id, applicationId, companyId, branchId } = stored.guarantee;
    await recordAudit(
      tx,
      scope,
      "guarantee.key_notice_taken",
      { guaranteeId: id, applicationId, companyId, branchId },
      { contractNumber: file.contractNumber },
    );
    return file;
  });
}
