import "server-only";
import type { Tx } from "#lib/core/db.ts";
import type { AuditEventName } from "./schema.ts";

export type AuditLine = {
  event: AuditEventName;
  at: Date;
  actorName: string;
  /** The guarantee that it is about; null when it is about the application as a whole. */
  guaranteeId: string | null;
  data: unknown;
};

const line = { event: true, at: true, actorName: true, guaranteeId: true, data: true } as const;

/** The life of an application and its guarantees, oldest first, as far as the scope may see it. */
export async function listApplicationEvents(tx: Tx, applicationId: string): Promise<AuditLine[]> {
  const rows = await tx.auditEvent.findMany({
    where: { applicationId },
    orderBy: [{ at: "asc" }, { id: "asc" }],
    select: line,
    take: 500,
  });
  return rows as AuditLine[];
}

/** The newest line of an application that the scope may see: what happened last, by whom; null when there is none. */
export async function findLatestEvent(tx: Tx, applicationId: string): Promise<AuditLine | null> {
  const row = await tx.auditEvent.findFirst({
    where: { applicationId },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    select: line,
  });
  return row as AuditLine | null;
}
