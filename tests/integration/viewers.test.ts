import { readdir } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { contractorScope, systemScope } from "#lib/auth/scope.ts";
import { openSession } from "#lib/auth/sessions.ts";
import { inCheckout } from "#lib/cli/paths.ts";
import { inScope } from "#lib/core/db.ts";
import type { CompanyRole } from "#lib/core/generated/prisma/enums.ts";
import { type Operation, perform } from "#lib/core/operation.ts";
import { anApplication } from "#prisma/seed/factories.ts";
import { marumaru, users } from "#prisma/seed/masters.ts";
import { openWorld, rowsThatExist, type World } from "#tests/support/world.ts";

// 閲覧のみ may not write, whatever is posted: every action and operation of the features, and every handler under app/ that
// accepts a post, is called through its real gate with the session of a viewer and, to prove that the call would have
// gone through, of others.

const signedIn = vi.hoisted(() => ({ token: "" }));
vi.mock("#lib/auth/options.ts", () => ({
  signIn: async () => {
    throw new Error("nobody signs in here");
  },
  signOut: async () => {},
}));
vi.mock("next/headers", () => ({
  headers: async () =>
    new Headers({ host: "own.test", origin: "http://own.test", "sec-fetch-site": "same-origin" }),
  cookies: async () => ({
    get: (name: string) =>
      name === "hosho-session" && signedIn.token ? { value: signedIn.token } : undefined,
    set: () => {},
    delete: () => {},
  }),
}));
// Next's own function needs its server; like it, this one leaves the action with an error that has a digest.
vi.mock("next/navigation", () => {
  const leave = (digest: string) => {
    throw Object.assign(new Error(digest), { digest });
  };
  return {
    notFound: () => leave("NEXT_HTTP_ERROR_FALLBACK;404"),
    redirect: (to: string) => leave(`NEXT_REDIRECT;${to}`),
    unstable_rethrow: (error: unknown) => {
      if (error instanceof Error && "digest" in error) throw error;
    },
  };
});
vi.mock("next-auth", () => ({ CredentialsSignin: class extends Error {} }));
vi.mock("next/cache", () => ({ revalidatePath: () => {}, refresh: () => {} }));

let world: World;
const tokens = new Map<CompanyRole, string>();
let draftId: string;

beforeAll(async () => {
  world = await openWorld();
  draftId = await anApplication(contractorScope(marumaru.id, users.contractor)).drafted();
  for (const role of ["manager", "applicant", "viewer"] as const)
    tokens.set(
      role,
      await inScope(systemScope, async (tx) => {
        const { passwordHash } = await tx.user.findFirstOrThrow({ where: { id: users.contractor.id } });
        const id = crypto.randomUUID();
        await tx.user.create({
          data: {
            id,
            email: `${role}@marumaru.example`,
            name: role,
            role: "contractor",
            companyRole: role,
            companyId: marumaru.id,
            passwordHash,
          },
        });
        return openSession(tx, id);
      }),
    );
});
afterAll(() => world.close());

const as = (role: CompanyRole) => {
  signedIn.token = tokens.get(role) ?? "";
};

type Result = { status: string; reason?: string };
type Action = (previous: { status: "idle" }, data: FormData) => Promise<Result>;
type AnyOperation = Operation<unknown, unknown, unknown, string, unknown>;

/**
 * Actions and operations that do not concern the company: a person's own session, password and account, and those that
 * need no session.
 */
const ownAffairs = new Set([
  "accounts.loginAction",
  "accounts.logoutAction",
  "accounts.requestResetAction",
  "accounts.resetPasswordAction",
  "accounts.changePasswordAction",
  "accounts.endSessionAction",
  "accounts.endOthersAction",
  "accounts.keepSessionOperation",
  "people.acceptInvitationAction",
  "notices.saveSettingsAction",
]);

/** Every action and operation by its name, called with nothing posted. */
async function listActions(): Promise<[string, () => Promise<Result>][]> {
  const found: [string, () => Promise<Result>][] = [];
  for (const noun of await readdir(inCheckout("lib/features"))) {
    const files = await readdir(inCheckout("lib/features", noun));
    const exportsOf = async (file: string): Promise<[string, unknown][]> =>
      files.includes(file) ? Object.entries(await import(`../../lib/features/${noun}/${file}`)) : [];
    for (const [name, action] of await exportsOf("actions.ts"))
      if (typeof action === "function")
        found.push([`${noun}.${name}`, () => (action as Action)({ status: "idle" }, new FormData())]);
    for (const [name, exported] of await exportsOf("operations.ts")) {
      const operation = exported as AnyOperation;
      found.push([`${noun}.${name}`, async () => perform(operation, await operation.gate(), {})]);
    }
  }
  return found;
}

/** The answer to an empty post: the status, `read_only`, or `404` when the gate is for others. */
async function outcomeOf(call: () => Promise<Result>): Promise<string> {
  try {
    const result = await call();
    return result.reason === "read_only" ? "read_only" : result.status;
  } catch (error) {
    const digest = error instanceof Error && "digest" in error ? String(error.digest) : "";
    if (digest.startsWith("NEXT_HTTP_ERROR_FALLBACK;404")) return "404";
    if (digest.startsWith("NEXT_REDIRECT")) return "done";
    throw error;
  }
}

/** Everything in the database except what any request leaves behind. */
async function truth(): Promise<unknown> {
  const tables = await rowsThatExist<{ name: string }>(
    world.urls,
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
      AND relname NOT IN ('_prisma_migrations', 'sessions', 'throttles', 'audit_events') ORDER BY 1`,
  );
  // In one statement: a connection for each table, a hundred times, took a minute.
  const each = tables.map(
    ({ name }) =>
      `SELECT '${name}' AS t, count(*)::int AS n, md5(string_agg(x::text, '' ORDER BY x::text)) AS h FROM "${name}" x`,
  );
  return rowsThatExist(world.urls, each.join(" UNION ALL "));
}

describe("A person who may only read", () => {
  test("is refused by every action and operation of the company, and the others are let through to the same form", async () => {
    const actions = (await listActions()).filter(([name]) => !ownAffairs.has(name));
    const refusedTo: string[] = [];
    for (const [name, action] of actions) {
      as("viewer");
      const before = await truth();
      const viewer = await outcomeOf(action);
      expect(await truth(), `${name} changed something`).toEqual(before);
      as("manager");
      const manager = await outcomeOf(action);
      expect(manager, `${name} for the manager`).not.toBe("read_only");
      // An action for the company works for its manager, so that it must be the role that stops a viewer.
      if (manager !== "404")
        expect(["read_only", "404"], `${name} for a viewer: ${viewer}`).toContain(viewer);
      if (viewer === "read_only") refusedTo.push(name);
    }
    expect(refusedTo).toEqual(
      expect.arrayContaining([
        "drafts.createDraftAction",
        "drafts.saveDraftOperation",
        "drafts.editDraftAction",
        "applications.submitApplicationAction",
        "handovers.handOverAction",
      ]),
    );
  });

  test("is refused the autosave, which the company's other people are not", async () => {
    const { POST } = await import("#app/api/drafts/[id]/route.ts");
    const save = async (role: CompanyRole) => {
      as(role);
      const body = JSON.stringify({ step: "works", fields: { workName: `${role}の工事` } });
      const request = new Request(`http://own.test/api/drafts/${draftId}`, { method: "POST", body });
      return (await POST(request, { params: Promise.resolve({ id: draftId }) })).status;
    };
    expect(await save("viewer")).toBe(403);
    expect(await save("applicant")).toBe(200);
    expect(await save("manager")).toBe(200);
    const [row] = await rowsThatExist<{ name: string }>(
      world.urls,
      "SELECT draft->>'workName' AS name FROM applications WHERE id = $1",
      [draftId],
    );
    expect(row?.name).toBe("managerの工事");
  });
});

test("A file for a draft is refused for people who may only read, and not for the company's other people", async () => {
  const { POST } = await import("#app/api/attachments/route.ts");
  const upload = async (role: CompanyRole) => {
    as(role);
    const body = new FormData();
    const url = `http://own.test/api/attachments?application=${draftId}`;
    const request = new Request(url, { method: "POST", body, headers: { accept: "application/json" } });
    return (await POST(request)).status;
  };
  expect(await upload("viewer")).toBe(403);
  expect(await upload("applicant")).toBe(200);
});

test("Every handler that accepts a post refuses people who may only read", async () => {
  const files = (await readdir(inCheckout("app"), { recursive: true }))
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => file.endsWith("route.ts"));
  const answers: Record<string, number> = {};
  as("viewer");
  for (const file of files) {
    const module: Record<string, unknown> = await import(inCheckout("app", file));
    for (const method of ["POST", "PUT", "PATCH", "DELETE"]) {
      const handler = module[method];
      if (typeof handler !== "function") continue;
      const request = new Request(`http://own.test/${file}?application=${draftId}`, {
        method,
        body: "{}",
        headers: { accept: "application/json", "content-type": "application/json" },
      });
      const params = file.includes("[id]") ? { id: draftId } : {};
      const answer: Response = await handler(request, { params: Promise.resolve(params) });
      answers[`${method} ${file}`] = answer.status;
    }
  }
  // The session is the person's own.
  expect(answers).toEqual({
    "POST api/attachments/route.ts": 403,
    "POST api/drafts/[id]/route.ts": 403,
    "POST api/session/route.ts": 200,
  });
});
