import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { systemScope } from "#lib/auth/scope.ts";
import { findSessionUser } from "#lib/auth/sessions.ts";
import { signInWithPassword } from "#lib/auth/sign-in.ts";
import { now, setClock } from "#lib/core/clock.ts";
import { inScope } from "#lib/core/db.ts";
import { signOutPerson } from "#lib/features/accounts/commands.ts";
import { findRole } from "#lib/features/accounts/queries.ts";
import { DEMO_PASSWORD, users } from "#prisma/seed/masters.ts";
import { openWorld, rowsThatExist, type World } from "#tests/support/world.ts";

let world: World;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const office = "192.0.2.1";

async function signedIn(email: string, address = office): Promise<string> {
  const result = await signInWithPassword(email, DEMO_PASSWORD, address);
  if (!("token" in result)) throw new Error(JSON.stringify(result));
  return result.token;
}

const events = async (event: string, actorId: string) =>
  (
    await rowsThatExist(world.urls, "SELECT 1 FROM audit_events WHERE event = $1 AND actor_id = $2", [
      event,
      actorId,
    ])
  ).length;

function inMinutes(minutes: number): () => void {
  const at = new Date(now().getTime() + minutes * 60_000);
  return setClock(() => at);
}

describe("A session", () => {
  test("is worth nothing from the next request after signing out, a copy of its cookie included", async () => {
    const [token, otherDevice] = [
      await signedIn(users.contractor.email),
      await signedIn(users.contractor.email),
    ];
    const user = await findSessionUser(token);
    if (!user) throw new Error("nobody behind a new session");
    expect(user.email).toBe(users.contractor.email);
    await signOutPerson(user, token);
    expect(await findSessionUser(token)).toBeNull();
    expect(await findSessionUser(otherDevice)).not.toBeNull();
    expect(await events("account.signed_out", users.contractor.id)).toBe(1);
  });

  test("ends with the account, and after an hour without a request", async () => {
    const [idle, disabled] = [await signedIn(users.mihon.email), await signedIn(users.odawara.email)];
    const restore = inMinutes(61);
    try {
      expect(await findSessionUser(idle)).toBeNull();
    } finally {
      restore();
    }
    const setDisabled = (disabledAt: Date | null) =>
      inScope(systemScope, (tx) =>
        tx.user.updateMany({ where: { id: users.odawara.id }, data: { disabledAt } }),
      );
    await setDisabled(now());
    try {
      expect(await findSessionUser(disabled)).toBeNull();
      expect(await signInWithPassword(users.odawara.email, DEMO_PASSWORD, office)).toEqual({ wrong: true });
    } finally {
      await setDisabled(null);
    }
  });
});

describe("Signing in", () => {
  test("takes the address in either width and case, and knows the role behind it", async () => {
    expect(await findSessionUser(await signedIn(" Ｂranch@DEMO.example "))).toMatchObject({ role: "staff" });
    expect(await inScope(systemScope, (tx) => findRole(tx, users.staff.email))).toBe("staff");
    expect(await inScope(systemScope, (tx) => findRole(tx, "nobody@demo.example"))).toBeNull();
  });

  test.each([users.approver2.email, "nobody@demo.example"])(
    "after ten wrong passwords for %s the right one is not looked at either, other accounts are not touched",
    async (email) => {
      const address = `198.51.100.${email.length}`;
      for (let tries = 0; tries < 10; tries++)
        expect(await signInWithPassword(email, "wrong", address)).toEqual({ wrong: true });
      expect(await signInWithPassword(email, DEMO_PASSWORD, address)).toEqual({ waitSeconds: 30 });
      expect(await signInWithPassword(email, DEMO_PASSWORD, "203.0.113.9")).toEqual({ waitSeconds: 30 });
      await signedIn(users.approver.email, address);
      const restore = inMinutes(1);
      try {
        const known = email === users.approver2.email;
        const later = await signInWithPassword(email, DEMO_PASSWORD, address);
        expect("token" in later).toBe(known);
      } finally {
        restore();
      }
    },
  );

  test("two hundred tries at once are no more than the free ones", async () => {
    const tries = await Promise.all(
      Array.from({ length: 200 }, () => signInWithPassword(users.admin.email, "wrong", "203.0.113.200")),
    );
    expect(tries.filter((result) => "wrong" in result)).toHaveLength(10);
  });

  test("successes never make anybody wait", async () => {
    for (let times = 0; times < 15; times++) await signedIn(users.contractor2.email, "203.0.113.15");
    expect(await events("account.signed_in", users.contractor2.id)).toBe(15);
  });
});
