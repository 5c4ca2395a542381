import { type BranchScope, jobScope } from "#lib/auth/scope.ts";
import { inScope, type Tx } from "#lib/core/db.ts";
import { env } from "#lib/core/env.ts";
import { paths } from "#lib/core/paths.ts";
import { getBranch } from "#lib/features/branches/queries.ts";
import { certifyGuarantee, storeDocument } from "#lib/features/certificates/commands.ts";
import { FIRST_VERSION } from "#lib/features/certificates/constants.ts";
import { presentCertificate, presentKeyNotice } from "#lib/features/certificates/present.ts";
import { getCertificateContent } from "#lib/features/certificates/queries.ts";
import { finishIssue } from "#lib/features/examinations/commands.ts";
import { numberGuarantee, publishGuarantee } from "#lib/features/guarantees/commands.ts";
import { getIssuing } from "#lib/features/guarantees/queries.ts";
import { giveKey, openKey } from "#lib/features/keys/commands.ts";
import { findStoredKey } from "#lib/features/keys/queries.ts";
import { postNotice } from "#lib/features/notices/commands.ts";
import { PRODUCTS } from "#lib/features/products/constants.ts";
import { findSubmission } from "#lib/features/submissions/queries.ts";
import { postMail } from "#lib/mail/outbox.ts";
import { guaranteeIssued } from "#lib/mail/templates/guarantee-issued.ts";
import { MissingGlyphError } from "#lib/pdf/kit/typefaces.ts";
import { renderCertificate, renderKeyNotice } from "#lib/pdf/render.ts";
import type { PayloadOf } from "../definitions/registry.ts";
import type { StepRunner } from "../steps.ts";
import { PermanentFailure } from "./failure.ts";

/**
 * Issues one guarantee: number -> key (electronic only) -> certificate -> PDFs -> published, with the mail in the same
 * transaction as the publishing. Each step commits together with its entry in the ledger, so the worker may die at any
 * point.
 */
export async function issueGuaranteeJob(
  { guaranteeId, branchId }: PayloadOf<"guarantee.issue">,
  run: StepRunner,
): Promise<void> {
  const scope = jobScope(branchId);
  const { form, applicationId } = await inScope(scope, (tx) => getIssuing(tx, guaranteeId));
  await run.step(scope, "number", (tx) => numberGuarantee(tx, scope, guaranteeId));
  if (form === "electronic") await run.step(scope, "key", (tx) => giveKey(tx, guaranteeId, FIRST_VERSION));
  await run.step(scope, "certificate", (tx) => certifyGuarantee(tx, scope, guaranteeId, FIRST_VERSION));
  await run
    .step(scope, "documents", (tx) => storeDocuments(tx, guaranteeId))
    .catch((error) => {
      // A name that was accepted before characters were checked: no retry helps, only a new font or a correction.
      if (error instanceof MissingGlyphError)
        throw new PermanentFailure(`「${error.text}」の「${error.character}」を印刷できる書体がありません。`);
      throw error;
    });
  await run.step(scope, "publish", async (tx) => {
    await publishGuarantee(tx, scope, guaranteeId);
    await finishIssue(tx, applicationId);
    await tellContractor(tx, scope, guaranteeId);
    if (form === "electronic") await postIssueMail(tx, scope, guaranteeId);
  });
}

async function storeDocuments(tx: Tx<BranchScope>, guaranteeId: string): Promise<void> {
  const { form } = await getIssuing(tx, guaranteeId);
  const content = await getCertificateContent(tx, guaranteeId);
  const certificate = await renderCertificate(presentCertificate(content, form));
  await storeDocument(tx, guaranteeId, "certificate", FIRST_VERSION, certificate);
  if (form === "paper") return;
  const stored = await findStoredKey(tx, guaranteeId);
  if (!stored) throw new Error("an electronic guarantee has its key before its documents");
  const notice = await renderKeyNotice(presentKeyNotice(content, openKey(stored)));
  await storeDocument(tx, guaranteeId, "key_notice", stored.version, notice);
}

/** The mail 「電子保証（認証キー）発行完了のお知らせ」, if it was asked for (docs/domain.md 4.4). It never contains the key. */
async function postIssueMail(tx: Tx<BranchScope>, scope: BranchScope, guaranteeId: string): Promise<void> {
  const guarantee = await getIssuing(tx, guaranteeId);
  const submission = await findSubmission(tx, guarantee.applicationId);
  if (!submission || guarantee.contractNumber === null) throw new Error("nothing to tell about");
  const { others } = submission.answers;
  if (others.notice !== "yes" || others.noticeEmail === null) return;
  const content = await getCertificateContent(tx, guaranteeId);
  const mail = guaranteeIssued({
    contractorName: content.contractor.name,
    workName: guarantee.workName,
    obligeeTitle: guarantee.obligeeTitle,
    productName: PRODUCTS[guarantee.product].name,
    contractNumber: guarantee.contractNumber,
    url: `${env().appUrl}${paths.guarantee(guaranteeId)}`,
    guarantorName: content.guarantor.name,
    branch: content.branch,
  });
  const delivery = {
    topic: `guarantee.issued:${guaranteeId}`,
    recipient: others.noticeEmail,
    branchId: scope.partyId,
    guaranteeId,
  };
  await postMail(tx, delivery, mail);
}

/**
 * The notice of the issue, for everybody in the company; the leaflet's mail above goes only to the address in the
 * application.
 */
async function tellContractor(tx: Tx<BranchScope>, scope: BranchScope, guaranteeId: string): Promise<void> {
  const guarantee = await getIssuing(tx, guaranteeId);
  const { companyId, applicationId, workName, obligeeTitle, product, contractNumber } = guarantee;
  const branch = await getBranch(tx, scope.partyId);
  await postNotice(tx, {
    event: "guarantee_issued",
    topic: `guarantee.told_issued:${guaranteeId}`,
    companyId,
    branchId: scope.partyId,
    applicationId,
    guaranteeId,
    data: {
      workName,
      obligeeTitle,
      branchName: branch.name,
      productName: PRODUCTS[product].name,
      contractNumber,
    },
  });
}
