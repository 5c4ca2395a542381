import type { BranchScope, ContractorScope, ObligeeScope } from "#lib/auth/scope.ts";
import { inScope } from "#lib/core/db.ts";
import { saveCompany } from "#lib/features/companies/commands.ts";
import { deleteDraft } from "#lib/features/drafts/commands.ts";
import { handOverKey } from "#lib/features/handovers/commands.ts";
import { openKey } from "#lib/features/keys/commands.ts";
import { findStoredKey } from "#lib/features/keys/queries.ts";
import { writeToBranch, writeToContractor } from "#lib/features/messages/commands.ts";
import { markNoticesRead, saveNoticeSettings } from "#lib/features/notices/commands.ts";
import { listNotices } from "#lib/features/notices/queries.ts";
import { invitePerson } from "#lib/features/people/commands.ts";
import { requestReissue } from "#lib/features/reissues/commands.ts";
import { listReissues } from "#lib/features/reissues/queries.ts";
import { verifyGuarantee } from "#lib/features/verification/commands.ts";
import {
  anApplication,
  contractor,
  mihonOfficial,
  odawaraOfficial,
  otherContractor,
  otherStaff,
  staff,
} from "#prisma/seed/factories.ts";
import { mihon, odawara, users } from "#prisma/seed/masters.ts";
import { aPdf } from "#tests/support/files.ts";
import { until } from "#tests/support/until.ts";
import { rowsThatExist, type World } from "#tests/support/world.ts";

export type Parties = { contractor: ContractorScope; branch: BranchScope; obligee: ObligeeScope };

/** One side: a contractor, its branch and the obligee of its works, with records of every kind. */
export type Side = {
  name: string;
  parties: Parties;
  applicationId: string;
  draftId: string;
  deletedId: string;
  receiptNumber: string;
  obligeeTitle: string;
  guaranteeId: string;
  contractNumber: string;
  verificationId: string;
  failedMailId: string;
  reissueId: string;
  invitationId: string;
  invitedEmail: string;
  /** Sent with the issued application. */
  attachmentId: string;
  /** What nobody of the other side may ever see: ids, numbers and words that occur only on this side. */
  canaries: string[];
};

const sides = [
  {
    name: "甲",
    parties: { contractor, branch: staff, obligee: odawaraOfficial },
    begin: (work: string) => anApplication(contractor).named(work).forObligee(odawara).toKanagawa(),
    obligeeTitle: odawara.title,
  },
  {
    name: "乙",
    parties: { contractor: otherContractor, branch: otherStaff, obligee: mihonOfficial },
    begin: (work: string) => anApplication(otherContractor).named(work).forObligee(mihon).toShizuoka(),
    obligeeTitle: mihon.title,
  },
] as const;

/** Empty 会社情報. */
const nothing = {
  contactDepartment: "",
  contactPosition: "",
  contactName: "",
  contactPhone: "",
  noticeEmail: "",
  bank: "",
  branch: "",
  billTo: "",
};

/**
 * Fills a world with two sides that share nothing, each with applications that are issued, on paper, drafts, returned
 * and declined, a lookup, a refused mail and a job that gave up. The world's worker must run.
 */
export async function twoSides(world: World): Promise<[Side, Side]> {
  const [one, other] = [await fill(world, 0), await fill(world, 1)];
  return [one, other];
}

async function fill(world: World, index: 0 | 1): Promise<Side> {
  const { name, parties, begin, obligeeTitle } = sides[index];
  const recipient = `side${index}@x.example`;
  const company = { ...nothing, contactDepartment: `${name}の工事部` };
  if (!("version" in (await saveCompany(parties.contractor, company, 0)))) throw new Error("not saved");
  world.mail.treat(recipient, { at: "recipient", code: 550 });
  const issued = await begin(`${name}の発行済工事`)
    .with({ noticeEmail: recipient })
    .attaching("contract", `${name}の請負契約書.pdf`, aPdf(600_000))
    .ordered();
  const paper = await begin(`${name}の紙の工事`).onPaper().performanceOnly().ordered();
  const draftId = await begin(`${name}の下書き工事`)
    .attaching("other", `${name}の下書きの書類.pdf`, aPdf())
    .drafted();
  const deletedId = await begin(`${name}の削除した工事`).drafted();
  if ("refused" in (await deleteDraft(parties.contractor, deletedId))) throw new Error("not deleted");
  const returned = await begin(`${name}の差戻し工事`).returned(`${name}への差戻しの理由`);
  const refused = await begin(`${name}の謝絶工事`).refused(`${name}への謝絶の理由`);
  const applicationIds = [issued.id, paper.id, draftId, deletedId, returned.id, refused.id];
  await until(`the issues of ${name}`, () => isFinished(world, [issued.id, paper.id]));
  const guarantees = await rowsThatExist<{ id: string; contract_number: string; application_id: string }>(
    world.urls,
    `SELECT id::text, contract_number, application_id::text FROM guarantees
      WHERE application_id = ANY($1::uuid[]) ORDER BY product`,
    [applicationIds],
  );
  const guarantee = guarantees.find((row) => row.application_id === issued.id);
  const [mail] = await rowsThatExist<{ id: string }>(
    world.urls,
    "SELECT id::text FROM outbox_mails WHERE guarantee_id = $1",
    [guarantee?.id],
  );
  const [attached] = await rowsThatExist<{ id: string }>(
    world.urls,
    "SELECT id::text FROM attachments WHERE application_id = $1",
    [issued.id],
  );
  if (!attached) throw new Error("nothing attached");
  if (!guarantee || !mail) throw new Error("the issue is not finished");
  const stored = await inScope(parties.contractor, (tx) => findStoredKey(tx, guarantee.id));
  if (!stored) throw new Error("no key");
  const contractNumber = guarantee.contract_number;
  if ("refused" in (await handOverKey(parties.contractor, { id: guarantee.id, sequence: 1 })))
    throw new Error("not handed over");
  await requestReissue(parties.contractor, {
    id: guarantee.id,
    sequence: 1,
    reason: `${name}の再発行の理由`,
  });
  const [reissue] = await inScope(parties.contractor, (tx) => listReissues(tx, guarantee.id));
  if (!reissue) throw new Error("not asked for");
  const looked = await verifyGuarantee(parties.obligee, { contractNumber, key: openKey(stored) });
  if (!("verificationId" in looked)) throw new Error("not verified");
  await converse(parties, issued.id, name);
  const invitedEmail = `invited${index}@x.example`;
  const invited = await invitePerson(parties.contractor, { email: invitedEmail, role: "viewer" });
  if (!("id" in invited)) throw new Error("not invited");
  return {
    name,
    parties,
    applicationId: issued.id,
    draftId,
    deletedId,
    receiptNumber: issued.receiptNumber,
    obligeeTitle,
    guaranteeId: guarantee.id,
    contractNumber,
    verificationId: looked.verificationId,
    failedMailId: mail.id,
    reissueId: reissue.id,
    invitationId: invited.id,
    invitedEmail,
    attachmentId: attached.id,
    canaries: [
      invited.id,
      invitedEmail,
      parties.contractor.actorId ?? "",
      Object.values(users).find(({ id }) => id === parties.contractor.actorId)?.email ?? "",
      ...applicationIds,
      ...[issued, paper, returned, refused].map(({ receiptNumber }) => receiptNumber),
      ...guarantees.flatMap(({ id, contract_number }) => [id, contract_number]),
      looked.verificationId,
      mail.id,
      attached.id,
      recipient,
      `${name}の`,
      `${name}への`,
    ],
  };
}

/** Each office writes a message; a person of the company has seen a notice and chosen which kinds come by mail. */
async function converse({ contractor, branch }: Parties, id: string, name: string): Promise<void> {
  for (const wrote of [
    await writeToBranch(contractor, { id, number: 1, body: `${name}の質問です。` }),
    await writeToContractor(branch, { id, number: 1, body: `${name}への回答です。` }),
  ])
    if ("refused" in wrote) throw new Error("not written");
  await inScope(contractor, async (tx) => {
    const [newest] = await listNotices(tx, contractor.actorId ?? "", { take: 1 });
    await markNoticesRead(tx, contractor, newest ? [newest.id] : []);
  });
  const none = {
    received: false,
    question: false,
    issued: false,
    changed: false,
    viewed: false,
    expiring: false,
  };
  await saveNoticeSettings(contractor, none);
}

async function isFinished({ urls }: World, applicationIds: string[]): Promise<boolean> {
  const [open] = await rowsThatExist<{ issuing: number; letters: number }>(
    urls,
    `SELECT count(*) FILTER (WHERE g.status <> 'issued')::int AS issuing,
      count(*) FILTER (WHERE g.form = 'electronic' AND f.job_key IS NULL)::int AS letters
    FROM guarantees g LEFT JOIN outbox_mails m ON m.guarantee_id = g.id
      LEFT JOIN failed_jobs f ON f.job_key = 'mail.send:' || m.id
    WHERE g.application_id = ANY($1::uuid[])`,
    [applicationIds],
  );
  return open?.issuing === 0 && open.letters === 0;
}
