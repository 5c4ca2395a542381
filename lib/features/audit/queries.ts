import "server-only";
import type { Tx } from "#lib/core/db.ts";
import type { AuditEventName } from "./schema.ts";

export type AuditLine = {
  event: AuditEventName;
  at: Date;
  actorName: string;
  /** The guarantee that it is about; null when it concerns the whole application. */
  guaranteeId: string | null;
  data: unknown;
};

const line = { event: true, at: true, actorName: true, guaranteeId: true, data: true } as const;

/** The events of an application and its guarantees, oldest first, as far as the scope may see them. */
export async function listApplicationEvents(tx: Tx, applicationId: string): Promise<AuditLine[]> {
  const rows = await tx.auditEvent.findMany({
    where: { applicationId },
    orderBy: [{ at: "asc" }, { id: "asc" }],
    select: line,
    take: 500,
  });
  return rows as AuditLine[];
}

/** The newest event of an application that the scope may see; null when there is none. */
export async function findLatestEvent(tx: Tx, applicationId: string): Promise<AuditLine | null> {
  const row = await tx.auditEvent.findFirst({
    where: { applicationId },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    select: line,
  });
  return row as AuditLine | null;
}
