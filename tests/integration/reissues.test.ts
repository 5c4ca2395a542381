import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { withClient } from "#lib/cli/database/connect.ts";
import { inScope } from "#lib/core/db.ts";
import { loadKeyNotice } from "#lib/features/certificates/loaders.ts";
import { findKeyNoticeVersion, findStoredPdf } from "#lib/features/certificates/queries.ts";
import { loadDeliveries } from "#lib/features/deliveries/loaders.ts";
import { loadGuarantee } from "#lib/features/guarantees/loaders.ts";
import { listKeyStates } from "#lib/features/guarantees/queries.ts";
import { handOverKey } from "#lib/features/handovers/commands.ts";
import { openKey } from "#lib/features/keys/commands.ts";
import { findStoredKey } from "#lib/features/keys/queries.ts";
import { groupKey } from "#lib/features/keys/rules.ts";
import { declineReissue, reissueKey, requestReissue } from "#lib/features/reissues/commands.ts";
import { listOpenReissues } from "#lib/features/reissues/queries.ts";
import { verifyGuarantee } from "#lib/features/verification/commands.ts";
import { handlers } from "#lib/jobs/handlers/registry.ts";
import { stepRunner } from "#lib/jobs/steps.ts";
import type { Worker } from "#lib/jobs/worker.ts";
import {
  anApplication,
  approver,
  contractor,
  odawaraOfficial,
  otherContractor,
  otherStaff,
  staff,
} from "#prisma/seed/factories.ts";
import { until } from "#tests/support/until.ts";
import { openWorld, rowsSeenBy, rowsThatExist, type World } from "#tests/support/world.ts";

let world: World;
let worker: Worker;

beforeAll(async () => {
  world = await openWorld();
  worker = await world.startWorker();
});
afterAll(() => world.close());

async function anIssued(name: string): Promise<string> {
  const { id } = await anApplication()
    .named(name)
    .advanceOnly()
    .with({ notice: "no", noticeEmail: "" })
    .ordered();
  return until("issue", async () => {
    const rows = await rowsSeenBy<{ id: string; status: string }>(
      staff,
      "SELECT id::text, status::text FROM guarantees WHERE application_id = $1::uuid",
      id,
    );
    return rows[0]?.status === "issued" && rows[0].id;
  });
}

const keyOf = (id: string) =>
  inScope(contractor, async (tx) => {
    const stored = await findStoredKey(tx, id);
    if (!stored) throw new Error("no key");
    return { version: stored.version, key: openKey(stored) };
  });
const ask = (id: string, sequence = 1, reason = "担当者が交代したため") =>
  requestReissue(contractor, { id, sequence, reason });
const openId = async (guaranteeId: string) => {
  const rows = await inScope(staff, (tx) => listOpenReissues(tx));
  const reasons = await rowsThatExist<{ id: string }>(
    world.urls,
    "SELECT id::text FROM reissues WHERE guarantee_id = $1 AND status = 'open'",
    [guaranteeId],
  );
  return rows.find(({ id }) => id === reasons[0]?.id)?.id ?? "";
};
test("Each time a key is shown again is written down, with who saw it, and the key stands in no line of it", async () => {
  const id = await anIssued("表示工事");
  const shown = () =>
    rowsThatExist<{ actor: string; line: string }>(
      world.urls,
      "SELECT actor_name AS actor, row_to_json(e)::text AS line FROM audit_events e WHERE guarantee_id = $1 AND event = 'guarantee.key_shown'",
      [id],
    );
  expect(await shown()).toEqual([]);
  const guarantee = await loadGuarantee(contractor, id);
  await loadGuarantee(contractor, id);
  expect(await loadGuarantee(otherContractor, id)).toBeNull();
  const lines = await shown();
  expect(lines.map(({ actor }) => actor)).toEqual([contractor.actorName, contractor.actorName]);
  expect(guarantee?.authenticationKey).toMatch(/^[A-Za-z0-9]{12}$/);
  expect(lines.filter(({ line }) => line.includes(String(guarantee?.authenticationKey)))).toEqual([]);
});

const noticeVersion = (id: string) => inScope(contractor, (tx) => findKeyNoticeVersion(tx, id));
const numberOf = async (id: string) => (await loadGuarantee(contractor, id))?.contractNumber ?? "";
/** The obligee's lookups as the contractor sees them, the state of the key, and the number of notices about lookups. */
const lookupsOf = async (id: string) => {
  const guarantee = await loadGuarantee(contractor, id);
  const states = await inScope(contractor, (tx) => listKeyStates(tx, [id]));
  const notices = await rowsThatExist(
    world.urls,
    "SELECT 1 FROM notices WHERE guarantee_id = $1 AND event = 'guarantee_viewed'",
    [id],
  );
  return {
    now: guarantee?.lookups.verifiedAt.length,
    before: guarantee?.lookups.verifiedBefore.length,
    state: states.get(id),
    notices: notices.length,
  };
};
const events = (id: string) =>
  rowsThatExist<{ event: string; data: unknown }>(
    world.urls,
    "SELECT event, data FROM audit_events WHERE guarantee_id = $1 AND event LIKE 'guarantee.key_reissue%' ORDER BY at, id",
    [id],
  );

describe("A new key", () => {
  test("is requested once, made once by twenty clicks, and makes the old key void at once; key notice and mail follow, the certificate stays", async () => {
    const id = await anIssued("再発行工事");
    const contractNumber = await numberOf(id);
    const before = await keyOf(id);
    const certificate = await inScope(contractor, (tx) => findStoredPdf(tx, id, "certificate"));
    expect(await verifyGuarantee(odawaraOfficial, { contractNumber, key: before.key })).toHaveProperty(
      "verificationId",
    );
    expect(await lookupsOf(id)).toEqual({ now: 1, before: 0, state: "verified", notices: 1 });
    const asked = await Promise.all(Array.from({ length: 10 }, () => ask(id)));
    expect(asked).toEqual(Array.from({ length: 10 }, () => ({ id })));
    expect(await ask(id, 2)).toEqual({ refused: "changed_meanwhile" });

    await worker.stop(); // so that the state before the key notice can be seen
    const request = await openId(id);
    const clicks = await Promise.all(
      Array.from({ length: 20 }, (_, n) => reissueKey(n % 2 ? staff : approver, { id: request })),
    );
    expect(new Set(clicks.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(clicks[0]).not.toHaveProperty("refused");
    const after = await keyOf(id);
    expect(after.version).toBe(2);
    expect(after.key).not.toBe(before.key);
    const keys = await rowsThatExist(world.urls, "SELECT 1 FROM verification_keys WHERE guarantee_id = $1", [
      id,
    ]);
    expect(keys).toHaveLength(2);
    expect(await declineReissue(staff, { id: request, reason: "遅い" })).toEqual({
      refused: "changed_meanwhile",
    });

    // What the city saw with the old key says nothing about the new one, and is not lost either.
    expect(await lookupsOf(id)).toEqual({ now: 0, before: 1, state: "open", notices: 1 });
    // The old key has the one failure sentence, the new one opens, before any job ran.
    expect(await verifyGuarantee(odawaraOfficial, { contractNumber, key: before.key })).toEqual({
      refused: "no_match",
    });
    expect(await verifyGuarantee(odawaraOfficial, { contractNumber, key: after.key })).toHaveProperty(
      "verificationId",
    );
    expect(await lookupsOf(id)).toEqual({ now: 1, before: 1, state: "verified", notices: 2 });
    // No notice of the old key goes out any more.
    expect(await loadKeyNotice(contractor, id)).toBe("not_ready");
    expect(await handOverKey(contractor, { id, sequence: 1 })).toEqual({ refused: "notice_not_ready" });
    expect((await loadGuarantee(contractor, id))?.keyNoticeReady).toBe(false);

    worker = await world.startWorker();
    await until("the notice of the new key", async () => (await noticeVersion(id)) === 2);
    const mail = await until("the mail", () =>
      world.mail.accepted.find((message) =>
        message.mail.subject?.includes(`認証キーの再発行のお知らせ（保証契約番号 ${contractNumber}）`),
      ),
    );
    for (const key of [before.key, after.key])
      for (const spelling of [key, groupKey(key).join(" "), groupKey(key).join("-")])
        expect(`${mail.mail.subject}${mail.mail.text}${mail.mail.html}${mail.raw}`).not.toContain(spelling);
    expect(await loadKeyNotice(contractor, id)).toHaveProperty("fileName");
    expect(await loadGuarantee(contractor, id)).toMatchObject({ keyNoticeReady: true });
    const same = await inScope(contractor, (tx) => findStoredPdf(tx, id, "certificate"));
    expect(same?.id).toBe(certificate?.id);
    expect(await handOverKey(contractor, { id, sequence: 1 })).toEqual({ id });
    expect(await events(id)).toEqual([
      {
        event: "guarantee.key_reissue_requested",
        data: { contractNumber, keyVersion: 1, reason: "担当者が交代したため" },
      },
      { event: "guarantee.key_reissued", data: { contractNumber, keyVersion: 2 } },
    ]);
    expect(
      (await loadGuarantee(contractor, id))?.timeline.map(({ title, who }) => `${title} ${who}`),
    ).toEqual(
      expect.arrayContaining([
        `認証キーの再発行を依頼 ${contractor.actorName}`,
        "認証キーの再発行 神奈川支店",
      ]),
    );
    // And again, for the key of now.
    expect(await ask(id, 2, "もう一度")).toEqual({ id });
    await reissueKey(staff, { id: await openId(id) });
    await until("the third notice", async () => (await noticeVersion(id)) === 3);
  });

  test("survives a worker that dies after each step: one key notice per version, one notice to the contractor", async () => {
    const id = await anIssued("途中で止まる再発行");
    await ask(id);
    await worker.stop();
    await reissueKey(staff, { id: await openId(id) });
    const payload = { guaranteeId: id, branchId: staff.partyId, version: 2 };
    for (const moment of ["inside", "after"] as const)
      for (const step of ["document", "tell"]) {
        const dying = stepRunner(`key.notice:${id}:2`, (_, name, at) => {
          if (name === step && at === moment) throw new Error("killed");
        });
        await handlers["key.notice"](payload, dying, { attempt: 1, last: false }).catch(() => undefined);
      }
    worker = await world.startWorker();
    await until("the company has its notice", async () => {
      const rows = await rowsThatExist(
        world.urls,
        "SELECT 1 FROM job_steps WHERE job_key = $1 AND step = 'tell'",
        [`key.notice:${id}:2`],
      );
      return rows.length === 1;
    });
    const [counted] = await rowsThatExist(
      world.urls,
      `SELECT (SELECT count(*)::int FROM documents WHERE guarantee_id = $1 AND kind = 'key_notice' AND version = 2) AS key_notices,
        (SELECT count(*)::int FROM notices WHERE guarantee_id = $1 AND event = 'key_reissued') AS notices`,
      [id],
    );
    expect(counted).toEqual({ key_notices: 1, notices: 1 });
  });

  test("whose job was queued when versions were text still gets its key notice", async () => {
    const id = await anIssued("古い形の再発行");
    await ask(id);
    await worker.stop();
    await reissueKey(staff, { id: await openId(id) });
    await withClient(world.urls.ownerUrl, (client) =>
      client.query(
        `UPDATE pgboss.job SET data = data || '{"version": "2"}' WHERE name = 'key.notice' AND data->>'guaranteeId' = $1`,
        [id],
      ),
    );
    worker = await world.startWorker();
    await until("the second notice", async () => (await noticeVersion(id)) === 2);
  });

  test("that is declined leaves the key, tells why, and can be asked for again", async () => {
    const id = await anIssued("断られる再発行");
    const before = await keyOf(id);
    await ask(id);
    const request = await openId(id);
    const answers = await Promise.all(
      [1, 2].map(() => declineReissue(staff, { id: request, reason: "対象外です。" })),
    );
    expect(answers[0]).toEqual(answers[1]);
    expect(await reissueKey(staff, { id: request })).toEqual({ refused: "changed_meanwhile" });
    expect(await keyOf(id)).toEqual(before);
    expect((await loadGuarantee(contractor, id))?.reissue).toMatchObject({
      sequence: 2,
      open: null,
      declined: { reason: "対象外です。" },
    });
    expect(await ask(id, 2)).toEqual({ id });
  });

  test("leaves the branch no mail to resend that could never go: one with the key notice of the old key", async () => {
    const id = await anIssued("提出が届かない再発行");
    world.mail.treat("koji@odawara.example", { at: "recipient", code: 550 });
    expect(await handOverKey(contractor, { id, sequence: 1 })).toEqual({ id });
    const failed = async () =>
      (await loadDeliveries(staff)).mails.filter(({ mailSubject }) =>
        mailSubject.includes("提出が届かない再発行"),
      );
    await until("the mail given up", async () => (await failed())[0]?.state === "failed", { seen: failed });
    await ask(id);
    await reissueKey(staff, { id: await openId(id) });
    expect(await failed()).toEqual([]);
  });

  test("is nobody else's to ask for or to make, and no paper has one", async () => {
    const id = await anIssued("他人の再発行");
    expect(await requestReissue(otherContractor, { id, sequence: 1, reason: "x" })).toEqual({
      refused: "not_found",
    });
    await ask(id);
    const request = await openId(id);
    expect(await reissueKey(otherStaff, { id: request })).toEqual({ refused: "not_found" });
    expect(await declineReissue(otherStaff, { id: request, reason: "x" })).toEqual({ refused: "not_found" });
    expect((await keyOf(id)).version).toBe(1);
  });
});
