import { type BranchScope, jobScope } from "#lib/auth/scope.ts";
import { today } from "#lib/core/clock.ts";
import type { Tx } from "#lib/core/db.ts";
import { env } from "#lib/core/env.ts";
import { paths } from "#lib/core/paths.ts";
import { getIssuer } from "#lib/features/branches/queries.ts";
import { storeCertificate, storeDocuments } from "#lib/features/certificates/commands.ts";
import { FIRST_VERSION } from "#lib/features/certificates/constants.ts";
import {
  composeCertificate,
  presentCertificate,
  presentKeyNotice,
} from "#lib/features/certificates/present.ts";
import { findCertificateContent } from "#lib/features/certificates/queries.ts";
import type { CertificateContent } from "#lib/features/certificates/schema.ts";
import { finishIssue } from "#lib/features/examinations/commands.ts";
import { drawContractNumber, publishGuarantee } from "#lib/features/guarantees/commands.ts";
import { getIssuing, type IssuingGuarantee } from "#lib/features/guarantees/queries.ts";
import { giveKey, openKey } from "#lib/features/keys/commands.ts";
import { findStoredKey } from "#lib/features/keys/queries.ts";
import { postNotice } from "#lib/features/notices/commands.ts";
import { PRODUCTS } from "#lib/features/products/constants.ts";
import type { Answers } from "#lib/features/questions/types.ts";
import { findSubmission } from "#lib/features/submissions/queries.ts";
import { postMail } from "#lib/mail/outbox.ts";
import { guaranteeIssued } from "#lib/mail/templates/guarantee-issued.ts";
import { MissingGlyphError } from "#lib/pdf/kit/typefaces.ts";
import { renderCertificate, renderKeyNotice } from "#lib/pdf/render.ts";
import type { PayloadOf } from "../definitions/registry.ts";
import type { StepRunner } from "../steps.ts";
import { PermanentFailure } from "./failure.ts";

/**
 * Issues one guarantee in one transaction: number, key (electronic only), certificate, PDFs, notice and mail. A worker
 * that dies before its end leaves nothing of it; the number it drew is lost.
 */
export async function issueGuaranteeJob(
  { guaranteeId, branchId }: PayloadOf<"guarantee.issue">,
  run: StepRunner,
): Promise<void> {
  const scope = jobScope(branchId);
  await run.step(scope, "issue", async (tx, reached) => {
    const guarantee = await getIssuing(tx, guaranteeId);
    if (guarantee.status === "issued") return; // by an earlier release, whose steps had other names
    const submission = await findSubmission(tx, guarantee.applicationId);
    if (!submission) throw new Error("an issued application was never sent");
    const issuer = await getIssuer(tx, branchId);
    const begun = await findBegun(tx, guarantee);

    const contractNumber = guarantee.contractNumber ?? (await drawContractNumber(tx, guarantee.product));
    await reached("number");
    const key =
      guarantee.form === "paper" ? null : (begun.key ?? (await giveKey(tx, guaranteeId, FIRST_VERSION)));
    await reached("key");
    const numbered = { contractNumber, issuedOn: today() };
    const content = begun.content ?? composeCertificate(guarantee, submission, issuer, numbered);
    if (!begun.content) await storeCertificate(tx, guaranteeId, FIRST_VERSION, content);
    await reached("certificate");
    await storeDocuments(tx, guaranteeId, await renderDocuments(content, guarantee.form, key));
    await reached("documents");
    await publishGuarantee(tx, scope, guarantee, content);
    await finishIssue(tx, guarantee.applicationId);
    await reached("publish");
    await postNotice(tx, {
      event: "guarantee_issued",
      topic: `guarantee.told_issued:${guaranteeId}`,
      companyId: guarantee.companyId,
      branchId,
      applicationId: guarantee.applicationId,
      guaranteeId,
      data: {
        workName: guarantee.workName,
        obligeeTitle: guarantee.obligeeTitle,
        branchName: issuer.name,
        productName: PRODUCTS[guarantee.product].name,
        contractNumber,
      },
    });
    if (key !== null) await postIssueMail(tx, scope, guarantee, submission.answers, content);
  });
}

/**
 * The key and the certificate that an earlier release committed before it was stopped in the middle of an issue: until
 * December 2026 an issue was five transactions, the number's first. They are kept, since somebody may have seen them.
 */
async function findBegun(
  tx: Tx<BranchScope>,
  { id, contractNumber }: IssuingGuarantee,
): Promise<{ key: string | null; content: CertificateContent | null }> {
  if (contractNumber === null) return { key: null, content: null };
  const stored = await findStoredKey(tx, id);
  return { key: stored && openKey(stored), content: await findCertificateContent(tx, id) };
}

async function renderDocuments(
  content: CertificateContent,
  form: IssuingGuarantee["form"],
  key: string | null,
) {
  try {
    const certificate = await renderCertificate(presentCertificate(content, form));
    const documents = [{ kind: "certificate" as const, version: FIRST_VERSION, pdf: certificate }];
    if (key === null) return documents;
    const notice = await renderKeyNotice(presentKeyNotice(content, key));
    return [...documents, { kind: "key_notice" as const, version: FIRST_VERSION, pdf: notice }];
  } catch (error) {
    // A name that came in before its characters were checked: only a font or a correction helps, no further try.
    if (error instanceof MissingGlyphError)
      throw new PermanentFailure(`「${error.text}」の「${error.character}」を印刷できる書体がありません。`);
    throw error;
  }
}

/** The mail 「電子保証（認証キー）発行完了のお知らせ」, if it was asked for (docs/domain.md 4.4). It never contains the key. */
async function postIssueMail(
  tx: Tx<BranchScope>,
  scope: BranchScope,
  { id, product, workName, obligeeTitle }: IssuingGuarantee,
  { others }: Answers,
  { contractNumber, contractor, guarantor, branch }: CertificateContent,
): Promise<void> {
  if (others.notice !== "yes" || others.noticeEmail === null) return;
  const mail = guaranteeIssued({
    contractorName: contractor.name,
    workName,
    obligeeTitle,
    productName: PRODUCTS[product].name,
    contractNumber,
    url: `${env().appUrl}${paths.guarantee(id)}`,
    guarantorName: guarantor.name,
    branch,
  });
  const delivery = {
    topic: `guarantee.issued:${id}`,
    recipient: others.noticeEmail,
    branchId: scope.partyId,
    guaranteeId: id,
  };
  await postMail(tx, delivery, mail);
}
