import { createHash } from "node:crypto";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { withClient } from "#lib/cli/database/connect.ts";
import { now, setClock } from "#lib/core/clock.ts";
import { inScope } from "#lib/core/db.ts";
import { submitApplication } from "#lib/features/applications/commands.ts";
import { scanAttachment } from "#lib/features/attachments/commands.ts";
import { MAX_BYTES, MAX_COUNT } from "#lib/features/attachments/constants.ts";
import { loadAttachment, loadPreview } from "#lib/features/attachments/loaders.ts";
import { listSentAttachments } from "#lib/features/attachments/queries.ts";
import type { AttachmentFile } from "#lib/features/attachments/types.ts";
import { removeAttachment, storeUpload, sweepAttachments } from "#lib/features/uploads/commands.ts";
import { loadDraftAttachments } from "#lib/features/uploads/loaders.ts";
import {
  anApplication,
  approver,
  contractor,
  odawaraOfficial,
  otherContractor,
  otherStaff,
  staff,
} from "#prisma/seed/factories.ts";
import { eicar, type FakeClamd, startFakeClamd } from "#tests/support/fake-clamd.ts";
import { aJpeg, aPdf, aPng, arriving } from "#tests/support/files.ts";
import { until } from "#tests/support/until.ts";
import { openWorld, rowsSeenBy, rowsThatExist, type World } from "#tests/support/world.ts";

// The scanner is a small server that speaks clamd's protocol.

let world: World;
let clamd: FakeClamd;

beforeAll(async () => {
  clamd = await startFakeClamd();
  process.env.CLAMD_URL = clamd.url;
  world = await openWorld();
});
afterAll(async () => {
  await world.close();
  await clamd.close();
  process.env.CLAMD_URL = "";
});
afterEach(() => clamd.behave("well"));

const upload = (
  applicationId: string,
  bytes: Uint8Array,
  { fileName = "請負契約書.pdf", by = contractor, body = arriving(bytes) } = {},
) => storeUpload(by, { applicationId, kind: "contract", fileName, body });

async function uploaded(applicationId: string, bytes: Uint8Array, fileName?: string): Promise<string> {
  const stored = await upload(applicationId, bytes, fileName === undefined ? {} : { fileName });
  if (!("id" in stored)) throw new Error(stored.refused);
  return stored.id;
}

async function bytesOf(file: AttachmentFile | null): Promise<Buffer | null> {
  if (!file) return null;
  const chunks: Uint8Array[] = [];
  for await (const chunk of file.body) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const namesIn = async (applicationId: string) =>
  (await loadDraftAttachments(contractor, applicationId)).items.map(({ fileName }) => fileName);
const sentNames = (applicationId: string) =>
  inScope(staff, async (tx) =>
    (await listSentAttachments(tx, applicationId)).map(({ fileName }) => fileName),
  );
const rowsOf = (applicationId: string) =>
  rowsThatExist<{ id: string; scan: string; sha256: Buffer; state: string; chunks: number }>(
    world.urls,
    `SELECT id::text, scan::text, sha256, state::text,
      (SELECT count(*)::int FROM attachment_chunks c WHERE c.attachment_id = a.id) AS chunks
    FROM attachments a WHERE application_id = $1 ORDER BY id`,
    [applicationId],
  );

describe("A file that is attached", () => {
  test("comes back byte for byte, is stored in chunks with its SHA-256, and was scanned completely", async () => {
    const draft = await anApplication().drafted();
    const contract = aPdf(1_300_001);
    const before = clamd.seen.length;
    const id = await uploaded(draft, contract, "契約 (写し).html");
    expect(await rowsOf(draft)).toEqual([
      {
        id,
        scan: "clean",
        state: "stored",
        chunks: 3,
        sha256: createHash("sha256").update(contract).digest(),
      },
    ]);
    expect(clamd.seen.slice(before)).toEqual([contract.length]);
    const file = await loadAttachment(contractor, id);
    expect(file).toMatchObject({
      fileName: "契約 (写し).html.pdf",
      mediaType: "application/pdf",
      size: contract.length,
    });
    expect((await bytesOf(file))?.equals(contract)).toBe(true);
  });

  test("may be exactly 20 MB and not a byte more; a rejected file leaves nothing behind", async () => {
    const draft = await anApplication().drafted();
    const largest = aPdf(MAX_BYTES);
    expect(await upload(draft, largest)).toEqual({ id: expect.any(String) });
    expect(await upload(draft, aPdf(MAX_BYTES + 1))).toEqual({ refused: "too_big" });
    expect((await rowsOf(draft)).map(({ state }) => state)).toEqual(["stored"]);
  });

  test.each([
    ["is empty", Buffer.alloc(0), "empty"],
    ["is a page under a PDF's name", Buffer.from("<!doctype html><script>alert(1)</script>"), "wrong_type"],
    ["would unfold to gigabytes", aJpeg(60_000, 60_000), "too_many_pixels"],
    ["has a virus in it", aPdf(900_000, eicar), "infected"],
  ])("is refused when it %s", async (_, bytes, reason) => {
    const draft = await anApplication().drafted();
    expect(await upload(draft, bytes)).toEqual({ refused: reason });
    expect(await rowsOf(draft)).toEqual([]);
  });

  test("is written down, a virus by its name", async () => {
    const draft = await anApplication().drafted();
    await upload(draft, aPdf(100, eicar));
    await uploaded(draft, aPng(), "現場.png");
    const lines = await rowsThatExist<{ event: string; data: object }>(
      world.urls,
      "SELECT event, data FROM audit_events WHERE application_id = $1 AND event LIKE 'attachment.%' ORDER BY at, id",
      [draft],
    );
    expect(lines).toEqual([
      { event: "attachment.refused", data: { signature: "Eicar-Test-Signature" } },
      {
        event: "attachment.added",
        data: { kind: "contract", mediaType: "image/png", size: aPng().length, scan: "clean" },
      },
    ]);
  });

  test("whose line breaks in the middle leaves nothing behind", async () => {
    const draft = await anApplication().drafted();
    async function* broken() {
      yield* arriving(aPdf(700_000));
      throw new Error("the line broke");
    }
    await expect(upload(draft, Buffer.alloc(0), { body: broken() })).rejects.toThrow("the line broke");
    expect(await rowsOf(draft)).toEqual([]);
  });

  test("is one of twenty at most, and all together hold 100 MB at most, also when they come at once", async () => {
    const draft = await anApplication().drafted();
    const outcomes = await Promise.all(
      Array.from({ length: MAX_COUNT + 4 }, () => upload(draft, aPdf(2000))),
    );
    expect(outcomes.filter((outcome) => "id" in outcome)).toHaveLength(MAX_COUNT);
    expect(outcomes.filter((outcome) => "refused" in outcome && outcome.refused === "too_many")).toHaveLength(
      4,
    );
    const large = await anApplication().drafted();
    for (let n = 0; n < 5; n += 1) await uploaded(large, aPdf(MAX_BYTES));
    expect(await upload(large, aPdf(10))).toEqual({ refused: "too_many" });
  }, 120_000);

  test("goes to nobody's draft but the own, and to none that was sent", async () => {
    const draft = await anApplication().drafted();
    expect(await upload(draft, aPdf(), { by: otherContractor })).toEqual({ refused: "not_found" });
    const sent = await anApplication().submitted();
    expect(await upload(sent.id, aPdf())).toEqual({ refused: "not_editable" });
    const returned = await anApplication().returned("契約書を添付してください。");
    expect(await upload(returned.id, aPdf())).toEqual({ id: expect.any(String) });
  });
});

describe("What was sent", () => {
  test("names the attachments of its moment, whatever is removed or added afterwards", async () => {
    const draft = await anApplication().drafted();
    const first = await uploaded(draft, aPdf(1000), "一.pdf");
    await uploaded(draft, aPdf(1000), "二.pdf");
    const gone = await uploaded(draft, aPdf(1000), "三.pdf");
    expect(await removeAttachment(contractor, { id: gone, undo: false })).toEqual({ applicationId: draft });
    await submitApplication(contractor, draft, 0);
    expect(await sentNames(draft)).toEqual(["一.pdf", "二.pdf"]);
    expect(await removeAttachment(contractor, { id: first, undo: false })).toEqual({
      refused: "not_editable",
    });

    await withClient(world.urls.appUrl, async (client) => {
      await client.query("BEGIN");
      await client.query(
        "SELECT set_config('app.party', 'branch', true), set_config('app.party_id', $1, true)",
        [staff.partyId],
      );
      await client.query("UPDATE applications SET status = 'returned', version = version + 1 WHERE id = $1", [
        draft,
      ]);
      await client.query("COMMIT");
    });
    expect(await removeAttachment(contractor, { id: first, undo: false })).toEqual({ applicationId: draft });
    await uploaded(draft, aPdf(1000), "四.pdf");
    expect(await namesIn(draft)).toEqual(["二.pdf", "四.pdf"]);
    expect(await sentNames(draft), "not sent again yet").toEqual(["一.pdf", "二.pdf"]);
    expect(await bytesOf(await loadAttachment(staff, first))).toHaveLength(1000);

    await submitApplication(contractor, draft, 2);
    expect(await sentNames(draft)).toEqual(["二.pdf", "四.pdf"]);
    const named = await rowsThatExist<{ revision: number; names: string[] }>(
      world.urls,
      `SELECT s.revision, array_agg(a.file_name ORDER BY a.id) AS names FROM submissions s
        JOIN submission_attachments n ON n.submission_id = s.id JOIN attachments a ON a.id = n.attachment_id
        WHERE s.application_id = $1 GROUP BY 1 ORDER BY 1`,
      [draft],
    );
    expect(named).toEqual([
      { revision: 1, names: ["一.pdf", "二.pdf"] },
      { revision: 2, names: ["二.pdf", "四.pdf"] },
    ]);
    const later = setClock(() => new Date(Date.now() + 48 * 3_600_000));
    await sweepAttachments();
    later();
    expect(await bytesOf(await loadAttachment(staff, first)), "a sweep keeps what was sent").toHaveLength(
      1000,
    );
  });

  test("cannot be changed, not even by its owner's own statements", async () => {
    const sent = await anApplication().attaching("contract", "契約.pdf", aPdf()).submitted();
    const [row] = await rowsOf(sent.id);
    for (const [sql, code] of [
      ["UPDATE attachments SET file_name = 'x.pdf' WHERE id = $1::uuid RETURNING 1", "42501"],
      ["UPDATE attachments SET sha256 = '\\x00' WHERE id = $1::uuid RETURNING 1", "42501"],
      ["INSERT INTO attachment_chunks VALUES ($1::uuid, 9, '\\x00') RETURNING 1", "42501"],
    ] as const)
      await expect(rowsSeenBy(contractor, sql, row?.id), sql).rejects.toMatchObject({
        message: expect.stringContaining(code),
      });
    for (const sql of [
      "DELETE FROM attachments WHERE id = $1::uuid RETURNING 1",
      "DELETE FROM attachment_chunks WHERE attachment_id = $1::uuid RETURNING 1",
      "UPDATE attachment_chunks SET bytes = '\\x00' WHERE attachment_id = $1::uuid RETURNING 1",
    ])
      for (const scope of [contractor, staff]) expect(await rowsSeenBy(scope, sql, row?.id), sql).toEqual([]);
  });

  test("is handed over only while its bytes fit the SHA-256; the last chunk of others never goes out", async () => {
    const sent = await anApplication().attaching("contract", "契約.pdf", aPdf(1_200_000)).submitted();
    const [row] = await rowsOf(sent.id);
    await withClient(world.urls.ownerUrl, async (client) => {
      await client.query("ALTER TABLE attachment_chunks NO FORCE ROW LEVEL SECURITY");
      await client.query(
        "UPDATE attachment_chunks SET bytes = set_byte(bytes, 5, 0) WHERE attachment_id = $1 AND position = 1",
        [row?.id],
      );
      await client.query("ALTER TABLE attachment_chunks FORCE ROW LEVEL SECURITY");
    });
    const file = await loadAttachment(staff, row?.id ?? "");
    const got: number[] = [];
    await expect(
      (async () => {
        for await (const chunk of file?.body ?? []) got.push(chunk.length);
      })(),
    ).rejects.toThrow("no longer fits its SHA-256");
    expect(got).toEqual([524_288, 524_288]);
  });
});

describe("The gate", () => {
  test("opens to the company and, once sent, to its branch; to everybody else there is no such file", async () => {
    const draft = await anApplication().attaching("contract", "現場.png", aPng()).drafted();
    const [row] = await rowsOf(draft);
    const id = row?.id ?? "";
    const open = async (scope: typeof contractor | typeof staff) =>
      [await loadAttachment(scope, id), await loadPreview(scope, id)].map((file) => file !== null);
    expect(await open(contractor)).toEqual([true, true]);
    for (const scope of [staff, otherStaff, otherContractor])
      expect(await open(scope)).toEqual([false, false]);
    await submitApplication(contractor, draft, 0);
    for (const scope of [contractor, staff, approver]) expect(await open(scope)).toEqual([true, true]);
    for (const scope of [otherStaff, otherContractor]) expect(await open(scope)).toEqual([false, false]);
    expect(await rowsSeenBy(odawaraOfficial, "SELECT 1 FROM attachments")).toEqual([]);
    expect(await loadAttachment(contractor, "../../etc/passwd")).toBeNull();
    const taken = await rowsThatExist(
      world.urls,
      "SELECT actor_name FROM audit_events WHERE event = 'attachment.taken' AND application_id = $1",
      [draft],
    );
    expect(taken, "that the branch took it is written down").toHaveLength(2);
  });

  test("shows pictures small, and nothing else", async () => {
    const draft = await anApplication()
      .attaching("other", "契約.pdf", aPdf())
      .attaching("other", "頭のない.png", aPng().subarray(0, 20))
      .drafted();
    for (const { id } of await rowsOf(draft)) expect(await loadPreview(contractor, id)).toBeNull();
  });
});

describe("A removal", () => {
  test("can be taken back for a day, then the file is swept; so is what a killed process left", async () => {
    const draft = await anApplication().drafted();
    const id = await uploaded(draft, aPdf());
    expect(await removeAttachment(otherContractor, { id, undo: false })).toEqual({ refused: "not_found" });
    await removeAttachment(contractor, { id, undo: false });
    expect(await namesIn(draft)).toEqual([]);
    await removeAttachment(contractor, { id, undo: true });
    expect(await namesIn(draft)).toEqual(["請負契約書.pdf"]);
    await removeAttachment(contractor, { id, undo: false });
    const kept = await uploaded(draft, aPdf(), "残す.pdf");
    await inScope(contractor, (tx) =>
      tx.attachment.createMany({
        data: [
          {
            id: "00000000-0000-7000-8000-00000000dead",
            applicationId: draft,
            companyId: contractor.partyId,
            kind: "other",
            fileName: "途中.pdf",
            mediaType: "application/pdf",
            state: "uploading",
            scan: "unscanned",
            size: 0,
            createdAt: now(),
          },
        ],
      }),
    );
    await sweepAttachments();
    expect(await rowsOf(draft), "nothing is old enough").toHaveLength(3);
    const later = setClock(() => new Date(Date.now() + 25 * 3_600_000));
    await sweepAttachments();
    later();
    expect((await rowsOf(draft)).map((row) => row.id)).toEqual([kept]);
  });
});

describe("While the scanner does not answer", () => {
  test("a file is taken unscanned; once it was sent, a job shows it to the scanner until there is a verdict", async () => {
    clamd.behave("silent");
    const draft = await anApplication()
      .attaching("contract", "良い.pdf", aPdf(5000))
      .attaching("other", "悪い.pdf", aPdf(5000, eicar))
      .drafted();
    expect((await rowsOf(draft)).map(({ scan }) => scan)).toEqual(["unscanned", "unscanned"]);
    await submitApplication(contractor, draft, 0);
    const [good, bad] = await rowsOf(draft);
    await expect(scanAttachment(staff, good?.id ?? "")).rejects.toThrow("no verdict");
    clamd.behave("well");
    const worker = await world.startWorker();
    await until("the scans", async () => (await rowsOf(draft)).every(({ scan }) => scan !== "unscanned"));
    await worker.stop();
    expect((await rowsOf(draft)).map(({ scan }) => scan)).toEqual(["clean", "infected"]);
    for (const scope of [contractor, staff]) {
      expect(await loadAttachment(scope, good?.id ?? "")).not.toBeNull();
      expect(await loadAttachment(scope, bad?.id ?? ""), "infected").toBeNull();
    }
    const infected = await rowsSeenBy<{ data: { signature: string } }>(
      staff,
      "SELECT data FROM audit_events WHERE event = 'attachment.infected' AND application_id = $1::uuid",
      draft,
    );
    expect(infected.map(({ data }) => data.signature)).toEqual(["Eicar-Test-Signature"]);
  });
});
