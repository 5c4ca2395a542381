import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ObligeeScope, obligeeScope } from "#lib/auth/scope.ts";
import { inScope } from "#lib/core/db.ts";
import { newId } from "#lib/core/ids.ts";
import { drawContractNumber } from "#lib/features/guarantees/commands.ts";
import { listVerificationsOf } from "#lib/features/guarantees/queries.ts";
import { giveKey, openKey } from "#lib/features/keys/commands.ts";
import { findStoredKey } from "#lib/features/keys/queries.ts";
import { groupKey, hasValidCheck, keyAlphabet, makeKey } from "#lib/features/keys/rules.ts";
import { verifyGuarantee } from "#lib/features/verification/commands.ts";
import { findVerification } from "#lib/features/verification/queries.ts";
import { lookup } from "#lib/features/verification/schema.ts";
import { anApplication, contractor, mihonOfficial, odawaraOfficial, staff } from "#prisma/seed/factories.ts";
import { mihon } from "#prisma/seed/masters.ts";
import { movableClock } from "#tests/support/clock.ts";
import { until } from "#tests/support/until.ts";
import { openWorld, rowsSeenBy, rowsThatExist, type World } from "#tests/support/world.ts";

let world: World;
let mine: Certified;
let theirs: Certified;
let onPaper: { contractNumber: string };
let unpublished: Certified;
let clock: ReturnType<typeof movableClock>;

type Certified = { id: string; contractNumber: string; key: string };

async function guaranteeOf(applicationId: string): Promise<{ id: string; contractNumber: string }> {
  const [row] = await rowsThatExist<{ id: string; contract_number: string }>(
    world.urls,
    "SELECT id::text, contract_number FROM guarantees WHERE application_id = $1",
    [applicationId],
  );
  if (!row) throw new Error("no guarantee");
  return { id: row.id, contractNumber: row.contract_number };
}

async function certified(applicationId: string): Promise<Certified> {
  const guarantee = await guaranteeOf(applicationId);
  const stored = await inScope(contractor, (tx) => findStoredKey(tx, guarantee.id));
  if (!stored) throw new Error("no key");
  return { ...guarantee, key: openKey(stored) };
}

beforeAll(async () => {
  world = await openWorld();
  const worker = await world.startWorker();
  const own = await anApplication().advanceOnly().ordered();
  const others = await anApplication().forObligee(mihon).advanceOnly().ordered();
  const paper = await anApplication().onPaper().advanceOnly().ordered();
  await until("three issues", async () => {
    const rows = await rowsSeenBy(staff, "SELECT 1 FROM guarantees WHERE status = 'issued'");
    return rows.length === 3;
  });
  await worker.stop();
  mine = await certified(own.id);
  theirs = await certified(others.id);
  onPaper = await guaranteeOf(paper.id);
  // Number and key exist, but the certificate is not on the platform yet, which a killed worker leaves for some
  // seconds.
  const open = await anApplication().advanceOnly().ordered();
  const { id } = await guaranteeOf(open.id);
  await inScope(staff, async (tx) => {
    const contractNumber = await drawContractNumber(tx, "advance");
    await tx.guarantee.updateMany({ where: { id }, data: { contractNumber } });
    await giveKey(tx, id, 1);
  });
  unpublished = await certified(open.id);
  clock = movableClock();
});
afterAll(async () => {
  clock.restore();
  await world.close();
});

let officials = 0;
/** Another official of the same city for every test, since waits are counted per official. */
function anOfficial(of: ObligeeScope = odawaraOfficial): ObligeeScope {
  officials += 1;
  const id = `00000000-0000-7000-8000-${String(900_000 + officials).padStart(12, "0")}`;
  return obligeeScope(of.partyId, { id, name: `契約 ${officials}` });
}

const lookUpBy = (official: ObligeeScope, contractNumber: string, key: string) =>
  verifyGuarantee(official, lookup.parse({ contractNumber, key }));

const anotherKey = () => makeKey(randomBytes);
/** The same key with another first character, a slip that the check character catches. */
const slipOf = (key: string) =>
  `${key.startsWith(keyAlphabet.charAt(0)) ? keyAlphabet.charAt(1) : keyAlphabet.charAt(0)}${key.slice(1)}`;

const noMatch = { refused: "no_match" };
const found = { verificationId: expect.any(String) };

const linesOf = (official: ObligeeScope) =>
  rowsThatExist<{ event: string; data: unknown; guarantee_id: string | null }>(
    world.urls,
    "SELECT event, data, guarantee_id::text FROM audit_events WHERE actor_id = $1 ORDER BY at, id",
    [official.actorId],
  );

describe("Looking a guarantee up", () => {
  test("with the right number and key opens it to this official for twelve hours, and records who looked it up", async () => {
    const official = anOfficial();
    const outcome = await lookUpBy(official, mine.contractNumber, mine.key);
    expect(outcome).toEqual(found);
    const { verificationId } = outcome as { verificationId: string };
    const opened = await inScope(official, (tx) => findVerification(tx, official, verificationId));
    expect(opened).toMatchObject({ guaranteeId: mine.id });
    const colleague = anOfficial();
    expect(await inScope(colleague, (tx) => findVerification(tx, colleague, verificationId))).toBeNull();
    expect(await linesOf(official)).toEqual([
      {
        event: "verification.confirmed",
        data: { contractNumber: mine.contractNumber, obligeeName: "小田原市長" },
        guarantee_id: mine.id,
      },
    ]);
    for (const party of [contractor, staff]) {
      const seen = await rowsSeenBy(
        party,
        "SELECT 1 FROM audit_events WHERE event = 'verification.confirmed'",
      );
      expect(seen.length, `${party.party} sees that somebody looked`).toBeGreaterThan(0);
    }
    clock.ahead(12 * 3600 + 1);
    expect(await inScope(official, (tx) => findVerification(tx, official, verificationId))).toBeNull();
  });

  test.for([
    ["a wrong key", () => [mine.contractNumber, anotherKey()]],
    ["an unknown number", () => ["99999-99999M", mine.key]],
    ["another city's number with its right key", () => [theirs.contractNumber, theirs.key]],
    ["the number of a certificate on paper", () => [onPaper.contractNumber, mine.key]],
    ["the right key of what is not issued yet", () => [unpublished.contractNumber, unpublished.key]],
    ["no number at all", () => ["", mine.key]],
    ["text that is no number", () => ["' OR 1=1 --", mine.key]],
  ] as const)(
    "with %s fails like every other failure, counts, and leaves the same line",
    async ([, typed]) => {
      const official = anOfficial();
      const [number = "", key = ""] = typed();
      expect(await lookUpBy(official, number, key)).toEqual(noMatch);
      expect(await linesOf(official)).toEqual([
        { event: "verification.failed", data: { counted: true }, guarantee_id: null },
      ]);
    },
  );

  test("works for the other city's official where ours failed", async () => {
    expect(await lookUpBy(anOfficial(mihonOfficial), theirs.contractNumber, theirs.key)).toEqual(found);
  });

  test("with a slip that the check character catches fails alike and costs no try, however often", async () => {
    const official = anOfficial();
    for (const wrong of [
      slipOf(mine.key),
      "",
      "short",
      // One key in 53 is also valid in small letters.
      ...[mine.key.toLowerCase()].filter((small) => !hasValidCheck(small)),
      `${mine.key}2`,
      "0OIl1A4B8abc",
    ])
      for (let time = 0; time < 2; time += 1)
        expect(await lookUpBy(official, mine.contractNumber, wrong), wrong).toEqual(noMatch);
    expect(new Set((await linesOf(official)).map(({ data }) => JSON.stringify(data)))).toEqual(
      new Set(['{"counted": false}'.replace(" ", "")]),
    );
    expect(await lookUpBy(official, mine.contractNumber, mine.key)).toEqual(found);
  });

  test("takes number and key in any width, with any hyphens, blanks and labels", async () => {
    const wide = (text: string) =>
      text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
    const digits = mine.contractNumber.replace("-", "");
    for (const number of [
      wide(mine.contractNumber),
      mine.contractNumber.replace("-", "‐"),
      digits.toLowerCase(),
      ` ${digits}\n`,
      `保証契約番号：${mine.contractNumber}`,
    ])
      expect(await lookUpBy(anOfficial(), number, mine.key), number).toEqual(found);
    for (const key of [
      wide(mine.key),
      groupKey(mine.key).join("-"),
      groupKey(mine.key).join("　"),
      `認証キー： ${groupKey(mine.key).join(" ")}\r\n`,
      `\uFEFF${mine.key}\u200B`,
    ])
      expect(await lookUpBy(anOfficial(), mine.contractNumber, key), key).toEqual(found);
  });
});

describe("After five counted tries", () => {
  async function exhaust(official: ObligeeScope, number = mine.contractNumber): Promise<void> {
    for (let time = 0; time < 5; time += 1)
      expect(await lookUpBy(official, number, anotherKey())).toEqual(noMatch);
  }

  test("there is a wait of 30 s that doubles, and the right key is not checked meanwhile", async () => {
    const official = anOfficial();
    await exhaust(official);
    for (const wait of [30, 60, 120]) {
      const early = await lookUpBy(official, mine.contractNumber, mine.key);
      expect(early).toEqual({ waitSeconds: expect.any(Number) });
      const { waitSeconds } = early as { waitSeconds: number };
      expect(waitSeconds).toBeLessThanOrEqual(wait);
      expect(waitSeconds).toBeGreaterThan(wait - 10);
      expect((await linesOf(official)).at(-1)).toMatchObject({
        event: "verification.throttled",
        data: { waitSeconds },
      });
      clock.ahead(wait);
      if (wait < 120) expect(await lookUpBy(official, mine.contractNumber, anotherKey())).toEqual(noMatch);
    }
    expect(await lookUpBy(official, mine.contractNumber, mine.key)).toEqual(found);
  });

  test("the wait lasts to its end and not longer", async () => {
    const official = anOfficial();
    await exhaust(official);
    clock.ahead(20);
    expect(await lookUpBy(official, mine.contractNumber, mine.key)).toHaveProperty("waitSeconds");
    clock.ahead(10);
    expect(await lookUpBy(official, mine.contractNumber, mine.key)).toEqual(found);
  });

  test("a success forgets the earlier failures", async () => {
    const official = anOfficial();
    for (let round = 0; round < 3; round += 1) {
      for (let time = 0; time < 4; time += 1)
        expect(await lookUpBy(official, mine.contractNumber, anotherKey())).toEqual(noMatch);
      expect(await lookUpBy(official, mine.contractNumber, mine.key)).toEqual(found);
    }
  });

  test("a number that does not exist makes wait as well, so that waiting tells nothing", async () => {
    const official = anOfficial();
    await exhaust(official, "88888-88888M");
    expect(await lookUpBy(official, "88888-88888M", anotherKey())).toHaveProperty("waitSeconds");
  });

  test("neither a colleague nor the official's other numbers wait", async () => {
    const official = anOfficial();
    await exhaust(official, theirs.contractNumber);
    expect(await lookUpBy(official, theirs.contractNumber, mine.key)).toHaveProperty("waitSeconds");
    expect(await lookUpBy(official, mine.contractNumber, mine.key)).toEqual(found);
    await exhaust(official);
    expect(await lookUpBy(anOfficial(), mine.contractNumber, mine.key)).toEqual(found);
  });

  test("another spelling of the number is no way round the wait", async () => {
    const official = anOfficial();
    await exhaust(official);
    const respelt = mine.contractNumber.replace("-", "").toLowerCase();
    expect(await lookUpBy(official, respelt, mine.key)).toHaveProperty("waitSeconds");
  });

  test("of two hundred wrong tries at once, exactly five are checked", async () => {
    const official = anOfficial();
    const outcomes = await Promise.all(
      Array.from({ length: 200 }, () => lookUpBy(official, mine.contractNumber, anotherKey())),
    );
    expect(outcomes.filter((outcome) => "refused" in outcome)).toHaveLength(5);
    expect(outcomes.filter((outcome) => "waitSeconds" in outcome)).toHaveLength(195);
    const lines = await linesOf(official);
    expect(lines.filter(({ event }) => event === "verification.failed")).toHaveLength(5);
    expect(lines.filter(({ event }) => event === "verification.throttled")).toHaveLength(195);
  });
});

test("No line of the audit holds a key, right or wrong, or the number that was tried in vain", async () => {
  const wrong = anotherKey();
  await lookUpBy(anOfficial(), "77777-77777M", wrong);
  const lines = await rowsThatExist<{ line: string }>(
    world.urls,
    "SELECT a::text AS line FROM audit_events a",
  );
  for (const { line } of lines)
    for (const secret of [mine.key, theirs.key, wrong, "77777-77777M"]) expect(line).not.toContain(secret);
});

describe("The lookups of several guarantees", () => {
  test("are each one's own: one that is opened all day hides no other's", async () => {
    const other = await guaranteeOf((await anApplication().advanceOnly().ordered()).id);
    const lookup = (guaranteeId: string, minutesAgo: number) => {
      const verifiedAt = new Date(Date.now() - minutesAgo * 60_000);
      const { partyId: obligeeId, actorId: userId } = odawaraOfficial;
      return {
        id: newId(),
        obligeeId,
        userId,
        guaranteeId,
        keyVersion: 1,
        verifiedAt,
        expiresAt: verifiedAt,
      };
    };
    const often = Array.from({ length: 130 }, (_, index) => lookup(mine.id, index));
    await inScope(odawaraOfficial, (tx) =>
      tx.verification.createMany({ data: [...often, lookup(other.id, 9_999)] }),
    );
    const found = await inScope(staff, (tx) => listVerificationsOf(tx, [mine.id, other.id]));
    expect(found.get(mine.id)).toHaveLength(50);
    expect(found.get(other.id)).toHaveLength(1);
  });
});
