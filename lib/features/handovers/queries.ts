import "server-only";
import { z } from "zod";
import type { ContractorScope } from "#lib/auth/scope.ts";
import { today } from "#lib/core/clock.ts";
import { dateColumn } from "#lib/core/codecs.ts";
import type { Tx } from "#lib/core/db.ts";
import { versionOn } from "#lib/core/versions.ts";
import { FIRST_VERSION } from "#lib/features/certificates/constants.ts";
import type { CompanyAnswers } from "#lib/features/companies/types.ts";
import { findSubmission } from "#lib/features/submissions/queries.ts";
import { BODY_FIELDS, type BodyField } from "./constants.ts";
import { stageOf } from "./rules.ts";
import type { HandoverRoute, HandoverSender, RouteKey } from "./types.ts";

const fieldNames = z.array(z.enum(Object.keys(BODY_FIELDS) as [BodyField, ...BodyField[]]));

/** The route in effect today (Asia/Tokyo); null when it is not known how this key is handed in. */
export async function findRoute(
  tx: Tx,
  { obligeeId, product, stage }: RouteKey,
): Promise<HandoverRoute | null> {
  const rows = await tx.handoverRoute.findMany({
    where: { obligeeId, product, stage },
    select: {
      id: true,
      version: true,
      effectiveFrom: true,
      channel: true,
      section: true,
      address: true,
      subjectTemplate: true,
      bodyFields: true,
      otherPapers: true,
      followUpCall: true,
      source: true,
      demo: true,
    },
  });
  const versions = rows.map((row) => ({ ...row, effectiveFrom: dateColumn.decode(row.effectiveFrom) }));
  const route = versionOn(versions, today());
  return route && { ...route, bodyFields: fieldNames.parse(route.bodyFields) };
}

/** An issued electronic guarantee with the facts for its handover; null when there is none or it is not visible. */
export async function findHandable(tx: Tx, guaranteeId: string) {
  const row = await tx.guarantee.findFirst({
    where: { id: guaranteeId, status: "issued", form: "electronic" },
    select: {
      id: true,
      applicationId: true,
      companyId: true,
      branchId: true,
      obligeeId: true,
      product: true,
      contractNumber: true,
      workName: true,
      companyName: true,
      guaranteeYen: true,
      certificates: { orderBy: { version: "desc" }, take: 1, select: { version: true } },
    },
  });
  if (!row || row.contractNumber === null) return null;
  const obligee = await tx.obligee.findFirstOrThrow({
    where: { id: row.obligeeId },
    select: { name: true, title: true },
  });
  const { certificates, ...guarantee } = row;
  const submission = await findSubmission(tx, row.applicationId);
  if (!submission) throw new Error("what was issued was sent");
  return {
    ...guarantee,
    contractNumber: row.contractNumber,
    stage: stageOf(certificates[0]?.version ?? FIRST_VERSION),
    obligee,
    answers: submission.answers,
  };
}

/** The person who hands the key in, with the telephone number of 会社情報. */
export async function findSender(tx: Tx<ContractorScope>, scope: ContractorScope): Promise<HandoverSender> {
  const person = await tx.user.findFirst({
    where: { id: scope.actorId ?? "" },
    select: { email: true, company: { select: { defaults: { select: { answers: true } } } } },
  });
  const answers = (person?.company?.defaults?.answers ?? {}) as CompanyAnswers;
  return { name: scope.actorName, email: person?.email ?? null, phone: answers.contactPhone || null };
}

export type Handable = NonNullable<Awaited<ReturnType<typeof findHandable>>>;

/** The handovers from the portal, newest first, with the state of each mail. */
export async function listHandovers(tx: Tx, guaranteeId: string) {
  return tx.handover.findMany({
    where: { guaranteeId },
    orderBy: { sequence: "desc" },
    take: 50,
    select: {
      sequence: true,
      keyVersion: true,
      requestedAt: true,
      requestedByName: true,
      mail: { select: { status: true, recipient: true, sentAt: true } },
    },
  });
}
