import "server-only";
import type { Tx } from "#lib/core/db.ts";

/** The newest stored key of a guarantee, still encrypted; null on paper. */
export async function findStoredKey(tx: Tx, guaranteeId: string) {
  return tx.verificationKey.findFirst({
    where: { guaranteeId },
    orderBy: { version: "desc" },
    select: {
      guaranteeId: true,
      version: true,
      verifier: true,
      verifierKeyId: true,
      ciphertext: true,
      cipherKeyId: true,
    },
  });
}

/** The version of a guarantee's newest key; null on paper. A key notice has the version of its key. */
export async function findKeyVersion(tx: Tx, guaranteeId: string): Promise<number | null> {
  const key = await tx.verificationKey.findFirst({
    where: { guaranteeId },
    orderBy: { version: "desc" },
    select: { version: true },
  });
  return key?.version ?? null;
}

/** The version of each guarantee's newest key; those on paper are left out. */
export async function listKeyVersions(tx: Tx, guaranteeIds: readonly string[]): Promise<Map<string, number>> {
  if (guaranteeIds.length === 0) return new Map();
  const rows = await tx.verificationKey.findMany({
    where: { guaranteeId: { in: [...guaranteeIds] } },
    orderBy: { version: "asc" },
    select: { guaranteeId: true, version: true },
  });
  return new Map(rows.map(({ guaranteeId, version }) => [guaranteeId, version]));
}
