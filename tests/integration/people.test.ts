import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { contractorScope, systemScope } from "#lib/auth/scope.ts";
import {
  extendSession,
  findSessionUser,
  openSession,
  peekSession,
  SESSION_LIMITS,
  type SessionUser,
} from "#lib/auth/sessions.ts";
import { signInWithPassword } from "#lib/auth/sign-in.ts";
import { now } from "#lib/core/clock.ts";
import { inScope } from "#lib/core/db.ts";
import {
  changePassword,
  endOwnSessions,
  requestPasswordReset,
  resetPassword,
} from "#lib/features/accounts/commands.ts";
import {
  acceptInvitation,
  cancelInvitation,
  changeRole,
  disablePerson,
  enablePerson,
  invitePerson,
  resendInvitation,
} from "#lib/features/people/commands.ts";
import { listInvitations, listPeople } from "#lib/features/people/queries.ts";
import { DEMO_PASSWORD, marumaru, sankaku, users } from "#prisma/seed/masters.ts";
import { movableClock } from "#tests/support/clock.ts";
import { until } from "#tests/support/until.ts";
import { openWorld, rowsThatExist, type World } from "#tests/support/world.ts";

let world: World;
let clock: ReturnType<typeof movableClock>;

beforeAll(async () => {
  world = await openWorld();
  await world.startWorker();
  clock = movableClock();
});
afterAll(async () => {
  clock.restore();
  await world.close();
});

const manager = contractorScope(marumaru.id, users.contractor, "manager");
const otherManager = contractorScope(sankaku.id, users.contractor2, "manager");
const good = "すいか畑の三輪車と雨やどりの朝";

let made = 0;
const anAddress = () => {
  made += 1;
  return `198.51.100.${made}`;
};
const aMailbox = () => {
  made += 1;
  return `somebody${made}@people.example`;
};

/** The texts of the mails that a recipient got, once there are this many. */
async function mailsTo(recipient: string, count = 1): Promise<string[]> {
  const texts = () =>
    world.mail.accepted
      .filter((message) => message.recipient === recipient)
      .map(({ mail }) => mail.text ?? "");
  await until(`${count} mails to ${recipient}`, () => texts().length >= count, { seen: texts });
  return texts();
}
const tokenIn = (text = "") => /\/(?:invite|password\/reset)\/([A-Za-z0-9_-]{43})/.exec(text)?.[1] ?? "";

/** Invites an address and accepts the invitation through its mail; returns the new person. */
async function aColleague(role: "manager" | "applicant" | "viewer", by = manager) {
  const email = aMailbox();
  const invited = await invitePerson(by, { email, role });
  expect(invited).toHaveProperty("id");
  const [text] = await mailsTo(email);
  const accepted = await acceptInvitation(
    { token: tokenIn(text), name: "協力 花子", password: good },
    anAddress(),
  );
  expect(accepted).toEqual({ email });
  const [row] = await rowsThatExist<{ id: string }>(
    world.urls,
    "SELECT id::text FROM users WHERE email = $1",
    [email],
  );
  return { id: row?.id ?? "", email };
}

async function signedIn(email: string, password = good): Promise<string> {
  const outcome = await signInWithPassword(
    email,
    password,
    anAddress(),
    "Mozilla/5.0 (Windows NT 10.0) Chrome/1.0",
  );
  if (!("token" in outcome)) throw new Error(`not signed in: ${JSON.stringify(outcome)}`);
  return outcome.token;
}
async function userOf(token: string): Promise<SessionUser> {
  const user = await findSessionUser(token);
  if (!user) throw new Error("nobody is signed in");
  return user;
}
const linesOf = (event: string) =>
  rowsThatExist<{ company_id: string; actor_id: string; data: Record<string, unknown> }>(
    world.urls,
    "SELECT company_id::text, actor_id::text, data FROM audit_events WHERE event = $1 ORDER BY at, id",
    [event],
  );

describe("An invitation", () => {
  test("makes a person of the company with the role, who signs in; each step is written down", async () => {
    const { id, email } = await aColleague("applicant");
    const user = await userOf(await signedIn(email));
    expect(user).toMatchObject({ id, companyId: marumaru.id, companyRole: "applicant", name: "協力 花子" });
    expect((await linesOf("person.invited")).at(-1)).toMatchObject({
      company_id: marumaru.id,
      actor_id: users.contractor.id,
    });
    expect((await linesOf("person.joined")).at(-1)).toMatchObject({
      company_id: marumaru.id,
      actor_id: id,
      data: { role: "applicant" },
    });
  });

  test("is used once, also by ten at the same time, and its token stands in no table and no queue", async () => {
    const email = aMailbox();
    await invitePerson(manager, { email, role: "viewer" });
    const [text] = await mailsTo(email);
    const token = tokenIn(text);
    expect(token).toHaveLength(43);
    const tables = await rowsThatExist<{ name: string }>(
      world.urls,
      "SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname IN ('public', 'pgboss')",
    );
    for (const { name } of tables) {
      const [hits] = await rowsThatExist(
        world.urls,
        `SELECT count(*)::int AS n FROM ${name} t WHERE t::text LIKE '%' || $1 || '%'`,
        [token],
      );
      expect(hits, name).toEqual({ n: 0 });
    }
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, () =>
        acceptInvitation({ token, name: "協力 一", password: good }, anAddress()),
      ),
    );
    expect(outcomes.filter((outcome) => "email" in outcome)).toHaveLength(1);
    for (const other of outcomes.filter((outcome) => !("email" in outcome)))
      expect(["link_dead", "registered"]).toContain("refused" in other && other.refused);
  });

  test("answers every link that does not open alike: unknown, withdrawn, sent again, over, used", async () => {
    const dead = { refused: "link_dead" };
    const accept = (token: string) =>
      acceptInvitation({ token, name: "協力 二", password: good }, anAddress());
    expect(await accept("x".repeat(43))).toEqual(dead);
    expect(await accept("")).toEqual(dead);

    const email = aMailbox();
    const invited = await invitePerson(manager, { email, role: "viewer" });
    if (!("id" in invited)) throw new Error("not invited");
    const first = tokenIn((await mailsTo(email))[0]);
    await resendInvitation(manager, invited);
    const second = tokenIn((await mailsTo(email, 2))[1]);
    expect(second).not.toBe(first);
    expect(await accept(first)).toEqual(dead);
    clock.ahead(72 * 3600 + 1);
    expect(await accept(second)).toEqual(dead);
    await resendInvitation(manager, invited);
    const third = tokenIn((await mailsTo(email, 3))[2]);
    await cancelInvitation(manager, invited);
    expect(await accept(third)).toEqual(dead);
    expect(await resendInvitation(manager, invited)).toEqual({ refused: "not_found" });
  });

  test("keeps link and words when the password is refused", async () => {
    const email = aMailbox();
    await invitePerson(manager, { email, role: "viewer" });
    const token = tokenIn((await mailsTo(email))[0]);
    const refused = await acceptInvitation({ token, name: "協力 三", password: "みじかい" }, anAddress());
    expect(refused).toEqual({
      errors: [{ field: "password", message: expect.stringContaining("15文字以上") }],
    });
    expect(await acceptInvitation({ token, name: "協力 三", password: good }, anAddress())).toEqual({
      email,
    });
  });

  test("to an address of another company looks to the inviter like any other; only the mail says so to its owner", async () => {
    const free = aMailbox();
    const taken = users.contractor2.email;
    const outcomes = [];
    for (const email of [free, taken]) {
      const outcome = await invitePerson(manager, { email, role: "viewer" });
      outcomes.push(Object.keys(outcome));
      await mailsTo(email);
    }
    expect(outcomes).toEqual([["id"], ["id"]]);
    const listed = await inScope(manager, listInvitations);
    const [one, other] = [free, taken].map((email) => listed.find((row) => row.email === email));
    const shape = ({ id: _, email: __, createdAt: ___, expiresAt: ____, ...rest }: NonNullable<typeof one>) =>
      rest;
    if (!one || !other) throw new Error("both are listed");
    expect(shape(other)).toEqual(shape(one));
    const [mail] = await mailsTo(taken);
    expect(mail).toContain("すでに保証デスクに登録されている");
    expect(tokenIn(mail)).toBe("");
    expect(mail).not.toContain(sankaku.name);
  });

  test("of somebody in the company, or a second one, is refused with what to do", async () => {
    const { email } = await aColleague("viewer");
    expect(await invitePerson(manager, { email, role: "viewer" })).toEqual({ refused: "already_here" });
    const again = aMailbox();
    await invitePerson(manager, { email: again, role: "viewer" });
    expect(await invitePerson(manager, { email: again, role: "applicant" })).toEqual({
      refused: "invited_before",
    });
  });

  test("that the mail server refuses says so in the list, until it is sent again", async () => {
    const email = aMailbox();
    world.mail.treat(email, { at: "recipient", code: 550 }, "accept");
    const invited = await invitePerson(manager, { email, role: "viewer" });
    if (!("id" in invited)) throw new Error("not invited");
    const failed = async () =>
      (await inScope(manager, listInvitations)).find((row) => row.email === email)?.failedAt;
    await until("the failure to be noted", failed);
    await resendInvitation(manager, invited);
    expect(await failed()).toBeNull();
    await mailsTo(email);
  });

  test("and people of another company cannot be touched, and are not seen", async () => {
    const email = aMailbox();
    const invited = await invitePerson(manager, { email, role: "viewer" });
    if (!("id" in invited)) throw new Error("not invited");
    const gone = { refused: "not_found" };
    expect(await cancelInvitation(otherManager, invited)).toEqual(gone);
    expect(await resendInvitation(otherManager, invited)).toEqual(gone);
    expect(await changeRole(otherManager, { id: users.contractor.id, role: "viewer" })).toEqual(gone);
    expect(await disablePerson(otherManager, { id: users.contractor.id })).toEqual(gone);
    const seen = await inScope(otherManager, listPeople);
    expect(seen.map(({ email: one }) => one)).toEqual([users.contractor2.email]);
  });

  test("guessed at from one address makes that address wait", async () => {
    const address = anAddress();
    const guess = () => acceptInvitation({ token: "y".repeat(43), name: "協力", password: good }, address);
    for (let time = 0; time < 20; time += 1) expect(await guess()).toEqual({ refused: "link_dead" });
    expect(await guess()).toMatchObject({ refused: "must_wait" });
  });
});

describe("A person of the company", () => {
  test("has a new role, and is out and in again, at the next request; a change that is none leaves no line", async () => {
    const { id, email } = await aColleague("applicant");
    const token = await signedIn(email);
    expect(await changeRole(manager, { id, role: "viewer" })).toEqual({ id });
    expect((await userOf(token)).companyRole).toBe("viewer");
    const lines = (await linesOf("person.role_changed")).length;
    await changeRole(manager, { id, role: "viewer" });
    expect(await linesOf("person.role_changed")).toHaveLength(lines);
    await disablePerson(manager, { id });
    expect(await findSessionUser(token)).toBeNull();
    expect(await signInWithPassword(email, good, anAddress())).toEqual({ wrong: true });
    await enablePerson(manager, { id });
    expect(await findSessionUser(token), "a session from before the stop stays over").toBeNull();
    expect((await userOf(await signedIn(email))).id).toBe(id);
    expect((await linesOf("person.disabled")).at(-1)?.data).toEqual({ userId: id });
    expect((await linesOf("person.enabled")).at(-1)?.data).toEqual({ userId: id });
  });

  test("who is the last manager stays one, and nobody stops the own use", async () => {
    const id = users.contractor2.id;
    expect(await changeRole(otherManager, { id, role: "applicant" })).toEqual({ refused: "last_manager" });
    expect(await disablePerson(otherManager, { id })).toEqual({ refused: "own_account" });
    const second = await aColleague("manager", otherManager);
    await disablePerson(otherManager, second);
    expect(
      await changeRole(otherManager, { id, role: "applicant" }),
      "a disabled manager does not count",
    ).toEqual({
      refused: "last_manager",
    });
    await enablePerson(otherManager, second);
    expect(await changeRole(otherManager, { id, role: "applicant" })).toEqual({ id });
    // The scope was minted under the earlier role, but the row counts.
    expect(await changeRole(otherManager, { id: second.id, role: "viewer" })).toEqual({
      refused: "not_found",
    });
    const asSecond = contractorScope(sankaku.id, { id: second.id, name: "協力 花子" }, "manager");
    expect(await changeRole(asSecond, { id, role: "manager" })).toEqual({ id });
    expect(await changeRole(asSecond, { id: second.id, role: "viewer" })).toEqual({ id: second.id });
  });

  test("of two managers who demote each other at once, one stays, in twenty races", async () => {
    const second = await aColleague("manager", otherManager);
    const asSecond = contractorScope(sankaku.id, { id: second.id, name: "協力 花子" }, "manager");
    for (let race = 0; race < 20; race += 1) {
      const outcomes = await Promise.all([
        changeRole(otherManager, { id: second.id, role: "applicant" }),
        race % 2 === 0
          ? changeRole(asSecond, { id: users.contractor2.id, role: "viewer" })
          : disablePerson(asSecond, { id: users.contractor2.id }),
      ]);
      expect(outcomes.filter((outcome) => "id" in outcome)).toHaveLength(1);
      const left = await rowsThatExist<{ id: string }>(
        world.urls,
        "SELECT id::text FROM users WHERE company_id = $1 AND company_role = 'manager' AND disabled_at IS NULL",
        [sankaku.id],
      );
      expect(left).toHaveLength(1);
      await inScope(systemScope, (tx) =>
        tx.user.updateMany({
          where: { id: { in: [second.id, users.contractor2.id] } },
          data: { companyRole: "manager", disabledAt: null },
        }),
      );
    }
  });
});

describe("A password", () => {
  test("is changed with the present one: the other sessions end, this one stays, the owner gets a mail", async () => {
    const { email } = await aColleague("viewer");
    const [here, there] = [await signedIn(email), await signedIn(email)];
    const user = await userOf(here);
    const fresh = "つばめが三羽と青い自転車の坂道";
    expect(await changePassword(user, { current: "wrong", password: fresh })).toMatchObject({
      errors: [{ field: "current" }],
    });
    expect(await changePassword(user, { current: good, password: "保証デスク保証デスク2026" })).toMatchObject(
      {
        errors: [{ field: "password" }],
      },
    );
    expect(await findSessionUser(there)).not.toBeNull();
    expect(await changePassword(user, { current: good, password: fresh })).toEqual({ changed: true });
    expect(await findSessionUser(there)).toBeNull();
    expect(await findSessionUser(here)).not.toBeNull();
    expect(await signInWithPassword(email, good, anAddress())).toEqual({ wrong: true });
    await signedIn(email, fresh);
    expect((await mailsTo(email, 2))[1]).toContain("パスワードが変更されました");
  });

  test("cannot be guessed in an open session: after ten wrong ones the right one waits too", async () => {
    const { email } = await aColleague("viewer");
    const user = await userOf(await signedIn(email));
    for (let time = 0; time < 10; time += 1)
      await changePassword(user, { current: `guess ${time}`, password: "つばめが三羽と青い自転車の坂道" });
    expect(
      await changePassword(user, { current: good, password: "つばめが三羽と青い自転車の坂道" }),
    ).toMatchObject({
      refused: "must_wait",
    });
  });

  test("is reset by the link, once and within the hour: all sessions end, the owner gets a mail", async () => {
    const { email } = await aColleague("viewer");
    const session = await signedIn(email);
    await requestPasswordReset(email, anAddress());
    const token = tokenIn((await mailsTo(email, 2))[1]);
    expect(await findSessionUser(session), "asking ends nothing").not.toBeNull();
    const fresh = "ゆうだちと縁側の麦茶と風鈴の音";
    expect(await resetPassword({ token, password: "みじかい" }, anAddress())).toHaveProperty("errors");
    expect(await resetPassword({ token, password: fresh }, anAddress())).toEqual({ reset: true });
    expect(await findSessionUser(session)).toBeNull();
    expect(await resetPassword({ token, password: good }, anAddress())).toEqual({ refused: "link_dead" });
    await signedIn(email, fresh);
    expect((await mailsTo(email, 3))[2]).toContain("パスワードが変更されました");

    await requestPasswordReset(email, anAddress());
    const late = tokenIn((await mailsTo(email, 4))[3]);
    clock.ahead(3601);
    expect(await resetPassword({ token: late, password: good }, anAddress())).toEqual({
      refused: "link_dead",
    });
  });

  test("can be reset by every role, and unlocks an account that must wait", async () => {
    const { email } = users.odawara;
    for (let time = 0; time < 10; time += 1) await signInWithPassword(email, "wrong", anAddress());
    expect(await signInWithPassword(email, DEMO_PASSWORD, anAddress())).toHaveProperty("waitSeconds");
    await requestPasswordReset(email, anAddress());
    const token = tokenIn((await mailsTo(email))[0]);
    expect(await resetPassword({ token, password: good }, anAddress())).toEqual({ reset: true });
    await signedIn(email);
  });

  test("that is asked for leaves the same traces for an address that nobody has, and no mail", async () => {
    const { email } = await aColleague("viewer");
    const disabled = await aColleague("viewer");
    await disablePerson(manager, disabled);
    const count = async (table: string) => {
      const [row] = await rowsThatExist<{ n: number }>(world.urls, `SELECT count(*)::int AS n FROM ${table}`);
      return row?.n ?? 0;
    };
    const tables = [
      "password_resets",
      "audit_events",
      "pgboss.job WHERE name = 'account.letter'",
      "throttles",
    ];
    const traces = [];
    for (const asked of [email, "nobody@people.example", disabled.email]) {
      const before = await Promise.all(tables.map(count));
      expect(await requestPasswordReset(asked, anAddress())).toEqual({ asked: true });
      const after = await Promise.all(tables.map(count));
      traces.push(after.map((n, at) => n - (before[at] ?? 0)));
    }
    expect(traces).toEqual([traces[0], traces[0], traces[0]]);
    expect(traces[0]?.slice(0, 3)).toEqual([1, 1, 1]);
    await mailsTo(email, 2);
    await until(
      "all letters to be dealt with",
      async () => (await count("pgboss.job WHERE name = 'account.letter' AND state < 'completed'")) === 0,
    );
    expect(world.mail.accepted.filter(({ recipient }) => recipient === "nobody@people.example")).toEqual([]);
    expect(world.mail.accepted.filter(({ recipient }) => recipient === disabled.email)).toHaveLength(1);
  });

  test("is asked for three times in a row, known or not; then the address waits", async () => {
    for (const asked of [(await aColleague("viewer")).email, "nobody-else@people.example"]) {
      for (let time = 0; time < 3; time += 1)
        expect(await requestPasswordReset(asked, anAddress())).toEqual({ asked: true });
      expect(await requestPasswordReset(asked, anAddress())).toMatchObject({ refused: "must_wait" });
    }
  });
});

describe("The own sessions", () => {
  test("are listed by device and address, and ended one by one or all others; nobody else's are", async () => {
    const { email } = await aColleague("viewer");
    const [here, one, other] = [await signedIn(email), await signedIn(email), await signedIn(email)];
    const stranger = await inScope(systemScope, (tx) => openSession(tx, users.contractor.id));
    const user = await userOf(here);
    const second = await userOf(one);
    const strangers = await userOf(stranger);
    expect(await endOwnSessions(user, strangers.session.id)).toEqual({ ended: 0 });
    expect(await findSessionUser(stranger)).not.toBeNull();
    expect(await endOwnSessions(user, second.session.id)).toEqual({ ended: 1 });
    expect(await findSessionUser(one)).toBeNull();
    expect(await endOwnSessions(user, null)).toEqual({ ended: 1 });
    expect(await findSessionUser(other)).toBeNull();
    expect(await findSessionUser(here)).not.toBeNull();
    expect((await linesOf("account.sessions_ended")).at(-1)?.data).toEqual({ sessions: 1 });
    const [row] = await rowsThatExist<{ user_agent: string; address: string }>(
      world.urls,
      "SELECT user_agent, address FROM sessions WHERE id = $1",
      [user.session.id],
    );
    expect(row).toEqual({
      user_agent: "Mozilla/5.0 (Windows NT 10.0) Chrome/1.0",
      address: expect.stringMatching(/^198\.51/),
    });
  });
});

describe("A session that nears its end", () => {
  const peek = (token: string) => inScope(systemScope, (tx) => peekSession(tx, token));
  const extend = (token: string) => inScope(systemScope, (tx) => extendSession(tx, token));
  const idleLeft = (times: { idleEndsAt: Date } | null) =>
    times === null ? null : Math.round((times.idleEndsAt.getTime() - now().getTime()) / 1000);

  test("is asked about without being kept up", async () => {
    const token = await signedIn(users.mihon.email, DEMO_PASSWORD);
    for (const minute of [58, 59, 59.9]) {
      clock.ahead((minute - (minute === 58 ? 0 : minute === 59 ? 58 : 59)) * 60);
      expect(idleLeft(await peek(token))).toBeCloseTo((60 - minute) * 60, -1);
    }
    clock.ahead(10);
    expect(await peek(token)).toBeNull();
    expect(await findSessionUser(token)).toBeNull();
  });

  test("lasts a full hour each time it is extended, ten times and more, up to twelve hours", async () => {
    const token = await signedIn(users.mihon.email, DEMO_PASSWORD);
    let extended = 0;
    for (let passed = 58; passed < 12 * 60 - 60; passed += 58) {
      clock.ahead(58 * 60);
      expect(idleLeft(await extend(token))).toBe(SESSION_LIMITS.idleMs / 1000);
      extended += 1;
    }
    expect(extended).toBeGreaterThanOrEqual(10);
    clock.ahead(55 * 60);
    const times = await extend(token);
    expect(
      times && times.expiresAt.getTime() < times.idleEndsAt.getTime(),
      "the longest time ends it now",
    ).toBe(true);
    clock.ahead(40 * 60);
    expect(await extend(token)).toBeNull();
  });

  test("is not revived by an extension that comes too late", async () => {
    const token = await signedIn(users.mihon.email, DEMO_PASSWORD);
    clock.ahead(61 * 60);
    expect(await extend(token)).toBeNull();
    expect(await findSessionUser(token)).toBeNull();
  });
});
