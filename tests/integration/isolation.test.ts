import { readdir } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newLinkHash } from "#lib/auth/links.ts";
import type { BranchScope, ContractorScope } from "#lib/auth/scope.ts";
import { inCheckout } from "#lib/cli/paths.ts";
import { inScope, openDatabase, type Scope, type Tx, useDatabase } from "#lib/core/db.ts";
import { Prisma } from "#lib/core/generated/prisma/client.ts";
import * as accounts from "#lib/features/accounts/queries.ts";
import * as applications from "#lib/features/applications/queries.ts";
import * as attachments from "#lib/features/attachments/queries.ts";
import * as audit from "#lib/features/audit/queries.ts";
import * as banks from "#lib/features/banks/queries.ts";
import * as branches from "#lib/features/branches/queries.ts";
import * as certificates from "#lib/features/certificates/queries.ts";
import * as companies from "#lib/features/companies/queries.ts";
import * as deliveries from "#lib/features/deliveries/queries.ts";
import * as drafts from "#lib/features/drafts/queries.ts";
import * as examinations from "#lib/features/examinations/queries.ts";
import * as guarantees from "#lib/features/guarantees/queries.ts";
import * as handovers from "#lib/features/handovers/queries.ts";
import * as keys from "#lib/features/keys/queries.ts";
import * as messages from "#lib/features/messages/queries.ts";
import * as notices from "#lib/features/notices/queries.ts";
import * as obligees from "#lib/features/obligees/queries.ts";
import * as people from "#lib/features/people/queries.ts";
import * as reissues from "#lib/features/reissues/queries.ts";
import * as submissions from "#lib/features/submissions/queries.ts";
import * as verification from "#lib/features/verification/queries.ts";
import { listFailedJobs } from "#lib/jobs/failures.ts";
import { kanagawa, odawara, users } from "#prisma/seed/masters.ts";
import { type Parties, type Side, twoSides } from "#tests/support/two-sides.ts";
import { openWorld, rowsThatExist, type World } from "#tests/support/world.ts";

// Every query runs against row-level security alone: for the parties of a record, who must find it, and for the other
// side's parties, who must find nothing. A list names its tenant for its index; here it names the tenant that is asked
// for, not the one that asks.

let world: World;
let sides: [Side, Side];

beforeAll(async () => {
  world = await openWorld();
  await world.startWorker();
  sides = await twoSides(world);
});
afterAll(() => world.close());

type Party = keyof Parties;
type Query = {
  /** Which parties find something of their own side with it. */
  by: readonly Party[];
  /** "one": finds a record by its id or number; "list": lists all there is; "public": no tenant's data. */
  asks: "one" | "list" | "public";
  run: (tx: never, of: Side, scope: never) => Promise<unknown>;
};

const all = ["contractor", "branch", "obligee"] as const;
const one = (by: readonly Party[], run: Query["run"]): Query => ({ by, asks: "one", run });
const list = (by: readonly Party[], run: Query["run"]): Query => ({ by, asks: "list", run });
const open = (run: Query["run"]): Query => ({ by: [], asks: "public", run });
const page = { take: 100, place: {} };
const today = "2026-11-23";
/** Without a tenant, row-level security alone decides. */
const everything = { whose: [Prisma.sql`true`], searched: [] };

const link = { kind: "password_reset", id: "019f0000-0000-7000-8000-00000000aaaa", version: 1 } as const;
const personOf = ({ parties }: Side) => parties.contractor.actorId ?? "";
const emailOf = (of: Side) => {
  const person = Object.values(users).find(({ id }) => id === personOf(of));
  return person?.email ?? "";
};

const queries: Record<string, Query> = {
  // Queries for the system only find nothing in any party's context.
  "accounts.findOpenReset": one([], (tx) => accounts.findOpenReset(tx, newLinkHash(link))),
  "accounts.findPasswordHash": one([], (tx, of) => accounts.findPasswordHash(tx, personOf(of))),
  "accounts.findPersonToMail": one([], (tx, of) => accounts.findPersonToMail(tx, personOf(of))),
  "accounts.findResetToMail": one([], (tx) => accounts.findResetToMail(tx, link.id)),
  "accounts.findRole": one([], (tx, of) => accounts.findRole(tx, emailOf(of))),
  "applications.countApplications": list([], (tx, { parties }) =>
    applications.countApplications(tx, parties.contractor, {}),
  ),
  "applications.countFitting": list([], (tx) => applications.countFitting(tx, everything, {})),
  "applications.findApplication": one(["contractor"], (tx, of) =>
    applications.findApplication(tx, of.draftId),
  ),
  "applications.getContext": open((tx) => applications.getContext(tx)),
  "applications.listApplications": list(["contractor"], (tx, { parties }) =>
    applications.listApplications(tx, parties.contractor, {}, page),
  ),
  "applications.listEditable": list(["contractor"], (tx, { parties }) =>
    applications.listEditable(tx, parties.contractor, "returned", 100),
  ),
  "applications.listFitting": list(["contractor", "branch"], (tx) =>
    applications.listFitting(tx, everything, applications.applicationOrders.newest, {}, page),
  ),
  "applications.listSent": list(["contractor"], (tx, { parties }) =>
    applications.listSent(tx, parties.contractor, 100),
  ),
  "applications.lockApplication": one(["contractor", "branch"], (tx, of) =>
    applications.lockApplication(tx, of.applicationId),
  ),
  "attachments.findAttachment": one(["contractor", "branch"], (tx, of) =>
    attachments.findAttachment(tx, of.attachmentId),
  ),
  "attachments.findChunk": one(["contractor", "branch"], (tx, of) =>
    attachments.findChunk(tx, of.attachmentId, 1),
  ),
  "attachments.listDraftAttachments": one(["contractor"], (tx, of) =>
    attachments.listDraftAttachments(tx, of.draftId),
  ),
  "attachments.listSentAttachments": one(["contractor", "branch"], (tx, of) =>
    attachments.listSentAttachments(tx, of.applicationId),
  ),
  "audit.findLatestEvent": one(["contractor", "branch"], (tx, of) =>
    audit.findLatestEvent(tx, of.applicationId),
  ),
  "audit.listApplicationEvents": one(all, (tx, of) => audit.listApplicationEvents(tx, of.applicationId)),
  "banks.bankDirectory": open(async () => banks.bankDirectory().asOf),
  "banks.listConsignedBanks": open(async (tx) => (await banks.listConsignedBanks(tx)).codes),
  "banks.warmBankDirectory": open(async () => {
    await banks.warmBankDirectory();
    return banks.bankDirectory().asOf;
  }),
  "branches.findGuarantorName": open((tx) => branches.findGuarantorName(tx)),
  "branches.getBranch": open((tx) => branches.getBranch(tx, kanagawa.id)),
  "branches.getGuarantor": open((tx) => branches.getGuarantor(tx)),
  "branches.getIssuer": open((tx) => branches.getIssuer(tx, kanagawa.id)),
  "branches.getSender": open((tx) => branches.getSender(tx, kanagawa.id)),
  "branches.listBranchIds": open((tx) => branches.listBranchIds(tx)),
  "branches.listBranches": open((tx) => branches.listBranches(tx)),
  "certificates.findCertificate": one(all, (tx, of) => certificates.findCertificate(tx, of.guaranteeId, 1)),
  "certificates.findCertificateContent": one(all, (tx, of) =>
    certificates.findCertificateContent(tx, of.guaranteeId),
  ),
  "certificates.findKeyNoticeToSend": one(["contractor", "branch"], async (tx: Tx, of) => {
    const [notice] = await rowsThatExist<{ id: string }>(
      world.urls,
      "SELECT id::text FROM documents WHERE guarantee_id = $1 AND kind = 'key_notice'",
      [of.guaranteeId],
    );
    return certificates.findKeyNoticeToSend(tx, notice?.id ?? "");
  }),
  "certificates.findKeyNoticeVersion": one(["contractor", "branch"], (tx, of) =>
    certificates.findKeyNoticeVersion(tx, of.guaranteeId),
  ),
  "certificates.findStoredPdf": one(all, (tx, of) =>
    certificates.findStoredPdf(tx, of.guaranteeId, "certificate"),
  ),
  "companies.findCompany": list(["contractor"], (tx, _, scope) => companies.findCompany(tx, scope)),
  "deliveries.findFailedMail": one(["branch"], (tx, of) => deliveries.findFailedMail(tx, of.failedMailId)),
  "deliveries.listSubjects": one(["branch"], (tx, of) =>
    deliveries.listSubjects(tx, [{ record: "guarantee", id: of.guaranteeId }]),
  ),
  "deliveries.listUnsentMails": list(["branch"], (tx) => deliveries.listUnsentMails(tx)),
  "drafts.findDeleted": one(["contractor"], (tx, of) => drafts.findDeleted(tx, of.deletedId)),
  "drafts.findLatestSent": list(["contractor"], (tx) => drafts.findLatestSent(tx)),
  "drafts.listDraftTexts": one(["contractor"], (tx, of) => drafts.listDraftTexts(tx, [of.draftId])),
  "examinations.countQueue": list([], (tx, { parties }) => examinations.countQueue(tx, parties.branch, {})),
  "examinations.findCase": one(["branch"], (tx, of) => examinations.findCase(tx, of.applicationId)),
  "examinations.listQueue": list(["branch"], (tx, { parties }) =>
    examinations.listQueue(tx, parties.branch, {}, page),
  ),
  "examinations.listSimilarApplications": one(["branch"], (tx, { draftId, obligeeTitle }) =>
    examinations.listSimilarApplications(tx, { id: draftId, obligeeTitle }),
  ),
  "guarantees.countGuarantees": list([], (tx, { parties }) =>
    guarantees.countGuarantees(tx, parties.contractor, { today }),
  ),
  "guarantees.findIssued": one(all, (tx, of) => guarantees.findIssued(tx, of.guaranteeId)),
  "guarantees.getIssuing": one(["branch"], (tx, of) => guarantees.getIssuing(tx, of.guaranteeId)),
  "guarantees.listGuarantees": list(["contractor"], (tx, { parties }) =>
    guarantees.listGuarantees(tx, parties.contractor, { today }, page),
  ),
  "guarantees.listGuaranteesOf": one(["contractor", "branch"], (tx, of) =>
    guarantees.listGuaranteesOf(tx, of.applicationId),
  ),
  "guarantees.listKeyStates": one(["contractor", "branch"], (tx, of) =>
    guarantees.listKeyStates(tx, [of.guaranteeId]),
  ),
  "guarantees.listKeyTasks": list(["contractor"], async (tx, { parties }) =>
    Object.values(
      await guarantees.listKeyTasks(tx, parties.contractor, today, { toHandIn: 100, handedIn: 100 }),
    ).flat(),
  ),
  "guarantees.listVerifications": one(["contractor", "branch"], (tx, of) =>
    guarantees.listVerifications(tx, of.guaranteeId),
  ),
  "guarantees.listVerificationsOf": one(["contractor", "branch"], (tx, of) =>
    guarantees.listVerificationsOf(tx, [of.guaranteeId]),
  ),
  "handovers.findHandable": one(all.slice(0, 2), (tx, of) => handovers.findHandable(tx, of.guaranteeId)),
  "handovers.findRoute": open((tx) =>
    handovers.findRoute(tx, { obligeeId: odawara.id, product: "advance", stage: "initial" }),
  ),
  "handovers.findSender": list(["contractor"], (tx, _, scope) => handovers.findSender(tx, scope)),
  "handovers.listHandovers": one(["contractor", "branch"], (tx, of) =>
    handovers.listHandovers(tx, of.guaranteeId),
  ),
  "jobs.listFailedJobs": list(["branch"], (tx) => listFailedJobs(tx)),
  "keys.findKeyVersion": one(["contractor", "branch"], (tx, of) => keys.findKeyVersion(tx, of.guaranteeId)),
  "keys.findStoredKey": one(["contractor", "branch"], (tx, of) => keys.findStoredKey(tx, of.guaranteeId)),
  "keys.listKeyVersions": one(["contractor", "branch"], (tx, of) =>
    keys.listKeyVersions(tx, [of.guaranteeId]),
  ),
  "messages.countOwn": one([], async (tx, of, { actorId }: { actorId: string }) => {
    return (await messages.countOwn(tx, of.applicationId, actorId)) || null;
  }),
  "messages.findConversation": one(["contractor", "branch"], (tx, of) =>
    messages.findConversation(tx, of.applicationId),
  ),
  "messages.findMessage": one(["contractor", "branch"], async (tx: Tx<BranchScope>, of) => {
    const [written] = await rowsThatExist<{ id: string }>(
      world.urls,
      "SELECT id::text FROM messages WHERE application_id = $1",
      [of.applicationId],
    );
    return messages.findMessage(tx, written?.id ?? "");
  }),
  "messages.listMessages": one(["contractor", "branch"], (tx, of) =>
    messages.listMessages(tx, of.applicationId),
  ),
  "messages.listUnread": list(["contractor"], (tx) => messages.listUnread(tx, "contractor", 100)),
  "messages.listUnreadIds": one(["contractor", "branch"], (tx, of) =>
    messages.listUnreadIds(tx, "branch", [of.applicationId]),
  ),
  "notices.countUnreadNotices": list([], (tx, of) =>
    notices.countUnreadNotices(tx, of.parties.contractor.actorId ?? "", 100),
  ),
  "notices.findNotice": one(["contractor", "branch"], async (tx: Tx<BranchScope>, of) => {
    const [notice] = await rowsThatExist<{ id: string }>(
      world.urls,
      "SELECT id::text FROM notices WHERE application_id = $1",
      [of.applicationId],
    );
    return notices.findNotice(tx, notice?.id ?? "");
  }),
  "notices.listBranchReaders": one([], (tx, of) =>
    notices.listBranchReaders(tx, of.parties.branch.partyId, null),
  ),
  "notices.listExpiring": list(["contractor", "branch"], (tx) =>
    notices.listExpiring(tx, { from: "2026-01-01", to: "2099-12-31", take: 100 }),
  ),
  "notices.listMailReaders": one([], (tx, of) =>
    notices.listMailReaders(tx, of.parties.contractor.partyId, "message_arrived"),
  ),
  "notices.listNoticeSettings": one(["contractor"], (tx, of) =>
    notices.listNoticeSettings(tx, of.parties.contractor.actorId ?? ""),
  ),
  "notices.listNotices": list(["contractor"], (tx, of) =>
    notices.listNotices(tx, of.parties.contractor.actorId ?? "", page),
  ),
  "notices.listUnreadAbout": one(["contractor", "branch"], (tx: Tx<ContractorScope>, of) =>
    notices.listUnreadAbout(tx, personOf(of), { applicationId: of.applicationId, guaranteeId: null }),
  ),
  "obligees.getObligeeWithRule": open(async (tx) => {
    const [first] = await obligees.listObligees(tx);
    return obligees.getObligeeWithRule(tx, first?.id ?? "", 1);
  }),
  "obligees.listObligees": open((tx) => obligees.listObligees(tx)),
  "obligees.listRules": open((tx) => obligees.listRules(tx)),
  "people.findInvitation": one(["contractor"], (tx, of) => people.findInvitation(tx, of.invitationId)),
  "people.findInvitationByLink": one([], (tx, of) =>
    people.findInvitationByLink(tx, newLinkHash({ kind: "invitation", id: of.invitationId, version: 1 })),
  ),
  "people.findInvitationToMail": one([], (tx, of) => people.findInvitationToMail(tx, of.invitationId)),
  "people.findPerson": one(["contractor"], (tx, of) => people.findPerson(tx, personOf(of))),
  "people.findPersonByEmail": one(["contractor"], (tx, of) => people.findPersonByEmail(tx, emailOf(of))),
  "people.listInvitations": list(["contractor"], (tx) => people.listInvitations(tx)),
  "people.listPeople": list(["contractor"], (tx) => people.listPeople(tx)),
  "reissues.findKeyed": one(all, (tx, of) => reissues.findKeyed(tx, of.guaranteeId)),
  "reissues.findReissue": one(["branch"], (tx, of) => reissues.findReissue(tx, of.reissueId)),
  "reissues.listOpenReissues": list(["branch"], (tx) => reissues.listOpenReissues(tx)),
  "reissues.listReissues": one(["contractor", "branch"], (tx, of) =>
    reissues.listReissues(tx, of.guaranteeId),
  ),
  "reissues.listReissuesOf": one(["contractor", "branch"], (tx, of) =>
    reissues.listReissuesOf(tx, [of.guaranteeId]),
  ),
  "submissions.findSent": one(["contractor", "branch"], (tx, of) =>
    submissions.findSent(tx, of.applicationId),
  ),
  "submissions.findSubmission": one(["contractor", "branch"], (tx, of) =>
    submissions.findSubmission(tx, of.applicationId),
  ),
  "submissions.listSubmissions": one(["contractor", "branch"], (tx, of) =>
    submissions.listSubmissions(tx, of.applicationId),
  ),
  "verification.findKeyByNumber": one(["obligee"], (tx, of) =>
    verification.findKeyByNumber(tx, of.contractNumber),
  ),
  "verification.findVerification": one(["obligee"], (tx, of, scope) =>
    verification.findVerification(tx, scope, of.verificationId),
  ),
};

/** The answer of a query; a record that must exist and does not counts as "nothing" too. */
async function answer(query: Query, scope: Scope, of: Side): Promise<unknown> {
  try {
    return await inScope(scope, (tx: Tx) => query.run(tx as never, of, scope as never));
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "P2025") return null;
    throw error;
  }
}

const isNothing = (found: unknown): boolean =>
  found === null ||
  (Array.isArray(found) && found.length === 0) ||
  ((found instanceof Set || found instanceof Map) && found.size === 0);

const written = (found: unknown): string =>
  JSON.stringify(found, (_, value: unknown) => {
    if (typeof value === "bigint") return String(value);
    return value instanceof Set || value instanceof Map ? [...value] : value;
  });

const pairs = () => [[sides[0], sides[1]] as const, [sides[1], sides[0]] as const];

describe("A query of another tenant's records", () => {
  test("is listed here, whichever feature has it", async () => {
    const folder = inCheckout("lib/features");
    const found: string[] = [];
    for (const noun of await readdir(folder)) {
      if (!(await readdir(`${folder}/${noun}`)).includes("queries.ts")) continue;
      const module: Record<string, unknown> = await import(`../../lib/features/${noun}/queries.ts`);
      for (const [name, value] of Object.entries(module))
        if (typeof value === "function") found.push(`${noun}.${name}`);
    }
    expect(Object.keys(queries).filter((name) => !name.startsWith("jobs."))).toEqual(found.sort());
  });

  test.for(Object.entries(queries))(
    "finds nothing with %s, while the own parties find it",
    async ([, query]) => {
      for (const [own, other] of pairs()) {
        for (const party of query.by) {
          const found = await answer(query, own.parties[party], own);
          expect(isNothing(found), `${own.name}'s own ${party} finds it`).toBe(false);
          if (query.asks === "list")
            expect(own.canaries.some((canary) => written(found).includes(canary))).toBe(true);
        }
        for (const party of all) {
          const found = await answer(query, other.parties[party], own);
          if (query.asks === "one") expect(found, `${other.name}'s ${party}`).toSatisfy(isNothing);
          for (const canary of own.canaries)
            expect(written(found), `${other.name}'s ${party}`).not.toContain(canary);
        }
      }
    },
  );

  test("counts the own contracts alone", async () => {
    for (const [own, other] of pairs()) {
      const scope = own.parties.contractor;
      const counted = (of: Side) =>
        inScope(scope, (tx) => guarantees.countGuarantees(tx, of.parties.contractor, { today }));
      const listed = await inScope(scope, (tx) => guarantees.listGuarantees(tx, scope, { today }, page));
      expect(await counted(own)).toEqual({ rows: 3, more: false });
      expect(await counted(other)).toEqual({ rows: 0, more: false });
      expect(listed).toHaveLength(3);
    }
  });
});

test("Two hundred requests of alternating tenants over three connections never see each other", async () => {
  const small = openDatabase(world.urls.appUrl, 3);
  const back = useDatabase(small);
  const seen = await Promise.all(
    Array.from({ length: 200 }, async (_, n) => {
      const side = sides[n % 2 === 0 ? 0 : 1];
      const party = all[n % 3] ?? "contractor";
      const rows = await inScope(side.parties[party], async (tx: Tx) => [
        await tx.application.findMany({ select: { id: true, workName: true } }),
        await tx.guarantee.findMany({ select: { id: true, workName: true, contractNumber: true } }),
        await tx.auditEvent.findMany({ select: { applicationId: true, guaranteeId: true, data: true } }),
      ]);
      return { side, party, text: written(rows) };
    }),
  );
  back();
  await small.$disconnect();
  for (const { side, party, text } of seen) {
    const other = side === sides[0] ? sides[1] : sides[0];
    for (const canary of other.canaries) expect(text, `${side.name}'s ${party}`).not.toContain(canary);
    expect(side.canaries.some((canary) => text.includes(canary))).toBe(true);
  }
});
