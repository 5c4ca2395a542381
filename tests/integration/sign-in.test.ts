import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { systemScope } from "#lib/auth/scope.ts";
import { endSession, findSessionUser, SESSION_LIMITS } from "#lib/auth/sessions.ts";
import { signInWithPassword } from "#lib/auth/sign-in.ts";
import { closeDatabase, inScope } from "#lib/core/db.ts";
import { DEMO_PASSWORD, marumaru, users } from "#prisma/seed/masters.ts";
import { movableClock } from "#tests/support/clock.ts";
import { openWorld, rowsThatExist, type World } from "#tests/support/world.ts";

let world: World;
let clock: ReturnType<typeof movableClock>;

beforeAll(async () => {
  world = await openWorld();
  clock = movableClock();
});
afterAll(async () => {
  clock.restore();
  await world.close();
});

let people = 0;
/** A new contractor's person with the demo's password. Every test has its own, because failures are counted. */
async function aPerson(data: { disabledAt?: Date } = {}): Promise<{ id: string; email: string }> {
  people += 1;
  const id = `00000000-0000-7000-8000-${String(700_000 + people).padStart(12, "0")}`;
  const email = `person${people}@demo.example`;
  await inScope(systemScope, async (tx) => {
    const { passwordHash } = await tx.user.findFirstOrThrow({ where: { id: users.contractor.id } });
    const row = { id, email, name: `工事 ${people}`, role: "contractor" as const, companyId: marumaru.id };
    await tx.user.create({ data: { ...row, passwordHash, ...data } });
  });
  return { id, email };
}

let addresses = 0;
const anAddress = () => {
  addresses += 1;
  return `192.0.2.${addresses}`;
};

async function signedIn(email: string): Promise<string> {
  const outcome = await signInWithPassword(email, DEMO_PASSWORD, anAddress());
  if (!("token" in outcome)) throw new Error(`not signed in: ${JSON.stringify(outcome)}`);
  return outcome.token;
}

const wrong = { wrong: true };
const mustWait = { waitSeconds: expect.any(Number) };

describe("Signing in", () => {
  test("gives a token that names the person, of which the database keeps the hash alone", async () => {
    const person = await aPerson();
    const token = await signedIn(person.email);
    expect(await findSessionUser(token)).toMatchObject({
      id: person.id,
      role: "contractor",
      companyId: marumaru.id,
    });
    const [row] = await rowsThatExist<{ hits: number }>(
      world.urls,
      "SELECT count(*)::int AS hits FROM sessions s WHERE s::text LIKE '%' || $1 || '%' OR s::text LIKE '%' || encode($1::bytea, 'hex') || '%'",
      [token],
    );
    expect(row).toEqual({ hits: 0 });
    expect(await findSessionUser(`${token}x`)).toBeNull();
    expect(await findSessionUser("")).toBeNull();
  });

  test("takes the address in full width and capitals", async () => {
    const { email } = await aPerson();
    const wide = email.replace(/[!-~]/g, (character) =>
      String.fromCharCode(character.charCodeAt(0) + 0xfee0),
    );
    await expect(signedIn(` ${wide.toUpperCase()} `)).resolves.toEqual(expect.any(String));
  });

  test("answers a wrong password, an unknown address and a disabled account alike, with the same line and count", async () => {
    const [known, disabled] = [await aPerson(), await aPerson({ disabledAt: new Date() })];
    const tries = [
      [known.email, "wrong-password-2026"],
      ["nobody@demo.example", DEMO_PASSWORD],
      [disabled.email, DEMO_PASSWORD],
      [known.email, ""],
    ] as const;
    const traces = [];
    for (const [email, password] of tries) {
      const address = anAddress();
      const before = await countOf("audit_events");
      expect(await signInWithPassword(email, password, address)).toEqual(wrong);
      traces.push({
        lines: (await countOf("audit_events")) - before,
        throttled: await failuresOf(`sign-in:address:${address}`),
      });
    }
    expect(traces).toEqual(tries.map(() => ({ lines: 1, throttled: 1 })));
    const lines = await rowsThatExist<{ data: Record<string, string>; actor_id: string | null }>(
      world.urls,
      "SELECT data, actor_id FROM audit_events WHERE event = 'account.sign_in_failed' ORDER BY at DESC, id DESC LIMIT 4",
    );
    for (const { data, actor_id } of lines) {
      expect(Object.keys(data)).toEqual(["emailHash"]);
      expect(actor_id).toBeNull();
      expect(JSON.stringify(data)).not.toContain("@");
    }
  });
});

const countOf = async (table: string): Promise<number> => {
  const [row] = await rowsThatExist<{ n: number }>(world.urls, `SELECT count(*)::int AS n FROM ${table}`);
  return row?.n ?? 0;
};

const failuresOf = async (key: string): Promise<number> => {
  const [row] = await rowsThatExist<{ failures: number }>(
    world.urls,
    "SELECT failures FROM throttles WHERE key = $1",
    [key],
  );
  return row?.failures ?? 0;
};

describe("Failures to sign in", () => {
  test("make an account wait after ten, from every address, and a restart forgets nothing", async () => {
    const { email } = await aPerson();
    for (let time = 0; time < 10; time += 1)
      expect(await signInWithPassword(email, "wrong", anAddress())).toEqual(wrong);
    expect(await signInWithPassword(email, DEMO_PASSWORD, anAddress())).toEqual(mustWait);
    await closeDatabase(); // only the database survives a restart
    expect(await signInWithPassword(email, DEMO_PASSWORD, anAddress())).toEqual(mustWait);
    clock.ahead(30);
    expect(await signInWithPassword(email, "wrong", anAddress())).toEqual(wrong);
    clock.ahead(31);
    expect(await signInWithPassword(email, DEMO_PASSWORD, anAddress()), "the second wait is 60 s").toEqual(
      mustWait,
    );
    clock.ahead(30);
    await expect(signedIn(email)).resolves.toEqual(expect.any(String));
  });

  test("make an unknown account wait like a known one", async () => {
    for (let time = 0; time < 10; time += 1)
      expect(await signInWithPassword("ghost@demo.example", "wrong", anAddress())).toEqual(wrong);
    expect(await signInWithPassword("ghost@demo.example", "wrong", anAddress())).toEqual(mustWait);
  });

  test("are forgotten by a success", async () => {
    const { email } = await aPerson();
    for (let round = 0; round < 2; round += 1) {
      for (let time = 0; time < 9; time += 1)
        expect(await signInWithPassword(email, "wrong", anAddress())).toEqual(wrong);
      await signedIn(email);
    }
  });

  test("make an address wait after a hundred, for every account, and no other address", async () => {
    const address = anAddress();
    const { email } = await aPerson();
    for (let time = 0; time < 100; time += 20)
      await Promise.all(
        Array.from({ length: 20 }, (_, n) =>
          signInWithPassword(`guess${time + n}@demo.example`, "wrong", address),
        ),
      );
    expect(await signInWithPassword(email, DEMO_PASSWORD, address)).toEqual(mustWait);
    await expect(signedIn(email)).resolves.toEqual(expect.any(String));
  }, 120_000);

  test("of a whole office do not add up with its successes: only failures count", async () => {
    const address = anAddress();
    const { email } = await aPerson();
    for (let time = 0; time < 5; time += 1) await signInWithPassword(email, DEMO_PASSWORD, address);
    expect(await failuresOf(`sign-in:address:${address}`)).toBe(0);
    await signInWithPassword(email, "wrong", address);
    await signInWithPassword(email, DEMO_PASSWORD, address);
    expect(await failuresOf(`sign-in:address:${address}`), "a success takes back its own try alone").toBe(1);
  });

  test("from an address that must wait do not lock the accounts it names", async () => {
    const address = anAddress();
    await inScope(systemScope, (tx) =>
      tx.throttle.create({
        data: {
          key: `sign-in:address:${address}`,
          failures: 100,
          blockedUntil: new Date(Date.now() + 86_400_000),
          updatedAt: new Date(),
        },
      }),
    );
    const { email } = await aPerson();
    for (let time = 0; time < 12; time += 1)
      expect(await signInWithPassword(email, "wrong", address)).toEqual(mustWait);
    await expect(signedIn(email)).resolves.toEqual(expect.any(String));
  });

  test("of two hundred at once, exactly ten passwords are checked", async () => {
    const { email } = await aPerson();
    const before = await countOf("audit_events WHERE event = 'account.sign_in_failed'");
    const outcomes = await Promise.all(
      Array.from({ length: 200 }, () => signInWithPassword(email, "wrong", anAddress())),
    );
    expect(outcomes.filter((outcome) => "wrong" in outcome)).toHaveLength(10);
    expect(outcomes.filter((outcome) => "waitSeconds" in outcome)).toHaveLength(190);
    expect((await countOf("audit_events WHERE event = 'account.sign_in_failed'")) - before).toBe(10);
  }, 120_000);
});

describe("A session", () => {
  const updateUser = (id: string, data: object) =>
    inScope(systemScope, (tx) => tx.user.updateMany({ where: { id }, data }));

  test("is worthless after signing out, also a copy of its cookie, while the person's others go on", async () => {
    const { email } = await aPerson();
    const [one, other] = [await signedIn(email), await signedIn(email)];
    await inScope(systemScope, (tx) => endSession(tx, one));
    expect(await findSessionUser(one)).toBeNull();
    expect(await findSessionUser(other)).toMatchObject({ email });
  });

  test("is worthless at the next request after its person was disabled, and good again when enabled", async () => {
    const { id, email } = await aPerson();
    const token = await signedIn(email);
    await updateUser(id, { disabledAt: new Date() });
    expect(await findSessionUser(token)).toBeNull();
    await updateUser(id, { disabledAt: null });
    expect(await findSessionUser(token)).toMatchObject({ id });
  });

  test("has the new role and party at the next request after a change", async () => {
    const { id, email } = await aPerson();
    const token = await signedIn(email);
    const { branchId } = users.approver;
    await updateUser(id, { role: "approver", branchId, companyId: null });
    expect(await findSessionUser(token)).toMatchObject({ role: "approver", branchId, companyId: null });
  });

  test("ends after an hour without a request, and every request keeps it up", async () => {
    const { email } = await aPerson();
    const token = await signedIn(email);
    for (let hour = 0; hour < 3; hour += 1) {
      clock.ahead(SESSION_LIMITS.idleMs / 1000 - 60);
      expect(await findSessionUser(token), `after ${hour + 1} spans of 59 minutes`).toMatchObject({ email });
    }
    clock.ahead(SESSION_LIMITS.idleMs / 1000 + 1);
    expect(await findSessionUser(token)).toBeNull();
  });

  test("ends after twelve hours, however busy", async () => {
    const { email } = await aPerson();
    const token = await signedIn(email);
    const span = 50 * 60;
    for (let passed = span; passed < SESSION_LIMITS.absoluteMs / 1000; passed += span) {
      clock.ahead(span);
      expect(await findSessionUser(token)).toMatchObject({ email });
    }
    clock.ahead(span);
    expect(await findSessionUser(token)).toBeNull();
  });
});
