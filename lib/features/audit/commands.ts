import "server-only";
import { now } from "#lib/core/clock.ts";
import type { Scope, Tx } from "#lib/core/db.ts";
import { newId } from "#lib/core/ids.ts";
import type { AuditCatalogue, AuditEventName } from "./schema.ts";

/** Whom an event concerns; each party sees the events that carry its id. */
export type AuditSubject = {
  companyId?: string | null;
  branchId?: string | null;
  obligeeId?: string | null;
  applicationId?: string | null;
  guaranteeId?: string | null;
};

/**
 * Records one event in the transaction of what it records, so that neither exists without the other. The acting party's
 * own id is added to the subject.
 */
export async function recordAudit<E extends AuditEventName>(
  tx: Tx,
  scope: Scope,
  event: E,
  subject: AuditSubject,
  data: AuditCatalogue[E],
): Promise<void> {
  const own = { contractor: "companyId", branch: "branchId", obligee: "obligeeId" }[scope.party];
  // createMany, because INSERT … RETURNING is also checked against the reading policy, and sign-in may not read the
  // audit.
  await tx.auditEvent.createMany({
    data: [
      {
        id: newId(),
        at: now(),
        event,
        actorId: scope.actorId,
        actorName: scope.actorName,
        data,
        ...subject,
        ...(own ? { [own]: scope.partyId } : {}),
      },
    ],
  });
}
