import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { obligeeScope } from "#lib/auth/scope.ts";
import { withClient } from "#lib/cli/database/connect.ts";
import { now, setClock } from "#lib/core/clock.ts";
import { inScope } from "#lib/core/db.ts";
import { newId } from "#lib/core/ids.ts";
import { loadCertificate, loadCertificatePdf, loadKeyNotice } from "#lib/features/certificates/loaders.ts";
import { openKey } from "#lib/features/keys/commands.ts";
import { findStoredKey } from "#lib/features/keys/queries.ts";
import { verifyGuarantee } from "#lib/features/verification/commands.ts";
import {
  loadVerification,
  loadVerifiedCertificate,
  loadVerifiedPdf,
} from "#lib/features/verification/loaders.ts";
import {
  anApplication,
  contractor,
  mihonOfficial,
  odawaraOfficial,
  otherContractor,
  otherStaff,
  staff,
} from "#prisma/seed/factories.ts";
import { odawara } from "#prisma/seed/masters.ts";
import { until } from "#tests/support/until.ts";
import { openWorld, rowsSeenBy, rowsThatExist, type World } from "#tests/support/world.ts";

let world: World;
let electronic: { id: string; number: string };
let paper: { id: string; number: string };

beforeAll(async () => {
  world = await openWorld();
  await world.startWorker();
  const [one, other] = [
    await anApplication().named("電子の工事").advanceOnly().ordered(),
    await anApplication().named("紙の工事").onPaper().advanceOnly().ordered(),
  ];
  electronic = await issued(one.id);
  paper = await issued(other.id);
});
afterAll(() => world.close());

async function issued(applicationId: string): Promise<{ id: string; number: string }> {
  const rows = () =>
    rowsSeenBy<{ id: string; number: string }>(
      staff,
      "SELECT id, contract_number AS number FROM guarantees WHERE status = 'issued' AND application_id = $1::uuid",
      applicationId,
    );
  await until("the guarantee is issued", async () => (await rows()).length === 1, { withinMs: 60_000 });
  const [row] = await rows();
  if (!row) throw new Error("the guarantee vanished");
  return row;
}

async function keyOf(guaranteeId: string): Promise<string> {
  const stored = await inScope(contractor, (tx) => findStoredKey(tx, guaranteeId));
  if (!stored) throw new Error("an electronic guarantee has a key");
  return openKey(stored);
}

async function verified(): Promise<string> {
  const outcome = await verifyGuarantee(odawaraOfficial, {
    contractNumber: electronic.number,
    key: await keyOf(electronic.id),
  });
  if (!("verificationId" in outcome)) throw new Error(JSON.stringify(outcome));
  return outcome.verificationId;
}

const taken = async () => {
  const rows = await rowsThatExist(
    world.urls,
    "SELECT 1 FROM audit_events WHERE event = 'guarantee.key_notice_taken' AND guarantee_id = $1",
    [electronic.id],
  );
  return rows.length;
};

const isPdf = (bytes: Uint8Array | undefined) =>
  Buffer.from(bytes ?? [])
    .subarray(0, 5)
    .toString() === "%PDF-";

describe("Documents of an issued guarantee", () => {
  test("the key notice goes to the contractor who owns it, with one audit line each time, and to nobody else", async () => {
    const before = await taken();
    const file = await loadKeyNotice(contractor, electronic.id);
    if (file === "not_ready") throw new Error("the notice is not there");
    expect(isPdf(file?.bytes)).toBe(true);
    expect(file?.fileName).toBe(`電子保証にかかる「認証キー」のお知らせ_${electronic.number}.pdf`);
    expect(await loadKeyNotice(otherContractor, electronic.id)).toBeNull();
    expect(await loadKeyNotice(contractor, newId())).toBeNull();
    expect(await loadKeyNotice(contractor, "../../etc/passwd")).toBeNull();
    expect(await taken()).toBe(before + 1);
  });

  test("a paper guarantee has a certificate and no key notice", async () => {
    expect(await loadKeyNotice(contractor, paper.id)).toBeNull();
    const file = await loadCertificatePdf(contractor, paper.id);
    expect(isPdf(file?.bytes)).toBe(true);
    expect(file?.fileName).toBe(`保証証書（前払金保証）_${paper.number}.pdf`);
  });

  test("contractor and branch have the certificate, other companies and branches do not", async () => {
    for (const scope of [contractor, staff]) {
      expect(isPdf((await loadCertificatePdf(scope, electronic.id))?.bytes)).toBe(true);
      expect((await loadCertificate(scope, electronic.id, 1))?.model.contractNumber).toBe(electronic.number);
    }
    for (const scope of [otherContractor, otherStaff]) {
      expect(await loadCertificatePdf(scope, electronic.id)).toBeNull();
      expect(await loadCertificate(scope, electronic.id, 1)).toBeNull();
    }
  });

  test.each([0, 2, -1, 1.5, Number.NaN, 99_999_999_999])("version %d does not exist", async (version) => {
    expect(await loadCertificate(contractor, electronic.id, version)).toBeNull();
    expect(await loadVerifiedCertificate(odawaraOfficial, await verified(), version)).toBeNull();
  });
});

describe("The result of a lookup", () => {
  test("opens facts, certificate and PDF to the official who made it", async () => {
    const id = await verified();
    const result = await loadVerification(odawaraOfficial, id);
    expect(result?.overview).toMatchObject({ contractNumber: electronic.number, workName: "電子の工事" });
    expect(result?.overview.guaranteeYen).toBe(20_000_000n);
    expect(result?.history.map(({ version }) => version)).toEqual([1]);
    expect((await loadVerifiedCertificate(odawaraOfficial, id, 1))?.contractNumber).toBe(electronic.number);
    expect(isPdf((await loadVerifiedPdf(odawaraOfficial, id))?.bytes)).toBe(true);
  });

  test("stays closed to another city and to a colleague in the same city", async () => {
    const id = await verified();
    const colleague = obligeeScope(odawara.id, { id: newId(), name: "契約 同僚" });
    for (const official of [mihonOfficial, colleague]) {
      expect(await loadVerification(official, id)).toBeNull();
      expect(await loadVerifiedCertificate(official, id, 1)).toBeNull();
      expect(await loadVerifiedPdf(official, id)).toBeNull();
    }
  });

  test("closes after twelve hours", async () => {
    const id = await verified();
    const later = (minutes: number) => {
      const at = new Date(now().getTime() + minutes * 60_000);
      return setClock(() => at);
    };
    const restore = later(12 * 60 - 1);
    try {
      expect(await loadVerification(odawaraOfficial, id)).not.toBeNull();
      later(2);
      expect(await loadVerification(odawaraOfficial, id)).toBeNull();
      expect(await loadVerifiedCertificate(odawaraOfficial, id, 1)).toBeNull();
      expect(await loadVerifiedPdf(odawaraOfficial, id)).toBeNull();
    } finally {
      restore();
    }
  });
});

// Last, because it damages the documents for good.
describe("A document that was changed after it was stored", () => {
  test("is not handed over to anybody, and leaves no line that it was", async () => {
    const id = await verified();
    await withClient(world.urls.ownerUrl, async (client) => {
      // No policy lets anybody change a document; only the owner can, after removing both protections.
      await client.query("ALTER TABLE documents DISABLE TRIGGER append_only");
      await client.query("ALTER TABLE documents NO FORCE ROW LEVEL SECURITY");
      const { rowCount } = await client.query(
        "UPDATE documents SET bytes = set_byte(bytes, 1000, get_byte(bytes, 1000) # 1) WHERE guarantee_id = $1",
        [electronic.id],
      );
      expect(rowCount).toBe(2);
    });
    const before = await taken();
    await expect(loadKeyNotice(contractor, electronic.id)).rejects.toThrow("does not fit its SHA-256");
    await expect(loadCertificatePdf(staff, electronic.id)).rejects.toThrow("does not fit its SHA-256");
    await expect(loadVerifiedPdf(odawaraOfficial, id)).rejects.toThrow("does not fit its SHA-256");
    expect(await taken()).toBe(before);
  });
});
