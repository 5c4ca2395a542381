import { type APIRequestContext, request } from "@playwright/test";
import { expect, test } from "#tests/support/e2e-fixtures.ts";
import { type Login, logins, signInAt } from "#tests/support/e2e-people.ts";
import { getRaw } from "#tests/support/e2e-raw-http.ts";
import type { World } from "#tests/support/e2e-world.ts";
import { documents, pages } from "./routes.ts";

const guarded = [...pages, ...documents].filter(({ readers }) => readers !== "anyone");
/** Every address that belongs to somebody, including states with an address of their own. */
const addresses = guarded.flatMap(({ path, readers, states = [] }) =>
  [path, ...states.flatMap((state) => state.path ?? [])].map((of) => ({ of, readers })),
);

/** What no stranger may read: the mark in every 工事名, the numbers, the key. */
const secretsOf = ({ mark, receiptNumber, given }: World) => [mark, receiptNumber, given.number, given.key];

async function withSession<T>(
  baseURL: string,
  storageState: Awaited<ReturnType<APIRequestContext["storageState"]>> | undefined,
  run: (http: APIRequestContext) => Promise<T>,
): Promise<T> {
  const http = await request.newContext({ baseURL, maxRedirects: 0, ...(storageState && { storageState }) });
  try {
    return await run(http);
  } finally {
    await http.dispose();
  }
}

for (const login of logins)
  test(`${login} opens exactly the own pages and records; all else does not exist`, async ({
    system,
    sessionOf,
    world,
  }) => {
    await withSession(system, await sessionOf(login), async (http) => {
      for (const { of, readers } of addresses) {
        const path = of(world);
        const answer = await http.get(path);
        const may = readers.includes(login);
        expect.soft(answer.status(), path).toBe(may ? 200 : 404);
        expect.soft(answer.headers()["cache-control"], path).toContain("no-store");
        if (!may)
          for (const secret of secretsOf(world)) expect(await answer.text(), path).not.toContain(secret);
      }
    });
  });

test("another role's page is titled as a page that does not exist", async ({ system, sessionOf }) => {
  await withSession(system, await sessionOf("contractor"), async (http) => {
    for (const path of ["/branch", "/branch/jobs", "/verify", "/admin"])
      expect
        .soft(await (await http.get(path)).text(), path)
        .toContain("<title>ページが見つかりません｜保証デスク</title>");
  });
});

test("who is not signed in is sent to sign in, and reads nothing", async ({ system, world }) => {
  await withSession(system, undefined, async (http) => {
    for (const { of } of addresses) {
      const path = of(world);
      const answer = await http.get(path);
      expect.soft(answer.status(), path).toBe(307);
      expect.soft(answer.headers().location, path).toMatch(/^(http:\/\/[^/]+)?\/login/);
      for (const secret of secretsOf(world)) expect(await answer.text(), path).not.toContain(secret);
    }
  });
});

test("records that do not exist answer as those of others do", async ({ system, sessionOf, world }) => {
  const absent = "019f0000-0000-7000-8000-000000000000";
  const read = (http: APIRequestContext) => async (id: string) => {
    const answer = await http.get(`/desk/contracts/${id}`);
    const nonce = /'nonce-([^']+)'/.exec(answer.headers()["content-security-policy"] ?? "")?.[1] ?? "";
    // Scripts carry the page in parts whose limits depend on time.
    const shown = (await answer.text()).replace(/<script[\s\S]*?<\/script>/g, "");
    return [answer.status(), shown.replaceAll(nonce, "nonce").replaceAll(id, "id")];
  };
  await withSession(system, await sessionOf("contractor2"), async (http) => {
    const [foreign, none] = await Promise.all([world.electronicId, absent].map(read(http)));
    expect(foreign).toEqual(none);
  });
});

type Trick = { name?: string; headers?: Record<string, string>; path?: (path: string) => string };

const tricks: Trick[] = [
  ...["proxy", "middleware", "src/proxy", "pages/_middleware"].map((value) => ({
    name: `x-middleware-subrequest ${value}`,
    headers: { "x-middleware-subrequest": Array(5).fill(value).join(":") },
  })),
  { name: "rsc", headers: { rsc: "1" } },
  { name: "prefetch", headers: { rsc: "1", "next-router-prefetch": "1" } },
  ...["/_tree", "/_full", "/_head"].map((value) => ({
    name: `segment ${value}`,
    headers: { rsc: "1", "next-router-prefetch": "1", "next-router-segment-prefetch": value },
  })),
  { name: "data", headers: { "x-nextjs-data": "1" } },
  { name: "x-forwarded-host", headers: { "x-forwarded-host": "127.0.0.1", "x-forwarded-proto": "https" } },
  { name: "x-forwarded-for", headers: { "x-forwarded-for": "127.0.0.1", "x-real-ip": "127.0.0.1" } },
  { name: "x-path", headers: { "x-path": "/", "x-nonce": "x" } },
  ...["x-original-url", "x-rewrite-url", "x-invoke-path", "x-matched-path", "x-middleware-rewrite"].map(
    (header) => ({ name: header, headers: { [header]: "/" } }),
  ),
  { name: "x-middleware-next", headers: { "x-middleware-next": "1", "x-middleware-prefetch": "1" } },
  { name: "preview", headers: { cookie: "__prerender_bypass=1; __next_preview_data=1" } },
  {
    name: "_rsc",
    headers: { rsc: "1" },
    path: (path) => `${path}${path.includes("?") ? "&" : "?"}_rsc=1abc`,
  },
  { name: ".rsc", path: (path) => `${path}.rsc` },
  { name: ".segments", path: (path) => `${path}.segments/_tree.segment.rsc` },
  { name: ".txt", path: (path) => `${path}.txt` },
  { name: ".json", path: (path) => `/_next/data/build${path}.json` },
  { name: "two slashes", path: (path) => `/${path}` },
  { name: "dot", path: (path) => `/.${path}` },
  { name: "slash at the end", path: (path) => `${path}/` },
  {
    name: "encoded letter",
    path: (path) => path.replace(/[a-z]/, (c) => `%${c.charCodeAt(0).toString(16)}`),
  },
  { name: "encoded slash", path: (path) => path.replace(/(?<=.)\//, "%2f") },
  { name: "capitals", path: (path) => path.toUpperCase() },
  { name: "dots", path: (path) => `/login/..${path}` },
  { name: "encoded dots", path: (path) => `/login/%2e%2e${path}` },
  { name: "backslash", path: (path) => `/login\\..${path}` },
  { name: "semicolon", path: (path) => `${path};a=b` },
];

/** One address of each kind: a list, a record, an answer of a handler, for each party. */
const tricked = [
  "(contractor)/desk/contracts/page.tsx",
  "(contractor)/desk/contracts/[id]/page.tsx",
  "(contractor)/desk/applications/[id]/confirm/page.tsx",
  "api/documents/[id]/key-notice/route.ts",
  "(branch)/branch/applications/[id]/page.tsx",
  "(obligee)/verify/results/[id]/page.tsx",
];

test("no header and no spelling of an address opens a byte to a stranger or to another company", async ({
  system,
  sessionOf,
  world,
}) => {
  const routes = guarded.filter(({ file }) => tricked.includes(file));
  expect(routes.length).toBe(tricked.length);
  const cookiesOf = async (login: Login) => {
    const { cookies } = await sessionOf(login);
    return cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  };
  const ask = async (path: string, cookie: string, { headers = {}, path: spell }: Trick) => {
    const cookies = [cookie, headers.cookie].filter(Boolean).join("; ");
    return getRaw(system, spell ? spell(path) : path, { ...headers, ...(cookies && { cookie: cookies }) });
  };

  const own = await ask(`/desk/contracts/${world.electronicId}`, await cookiesOf("contractor"), {});
  for (const secret of secretsOf(world).filter((secret) => secret !== world.receiptNumber))
    expect(own.text.replace(/<[^>]*>/g, "").includes(secret), "the owner reads it").toBe(true);

  for (const cookie of ["", await cookiesOf("contractor2")])
    for (const { path: of } of routes)
      await Promise.all(
        tricks.map(async (trick) => {
          const { status, text } = await ask(of(world), cookie, trick);
          const where = `${trick.name} ${of(world)}`;
          expect.soft(status, where).toBeLessThan(500);
          const read = secretsOf(world).filter((secret) => text.includes(secret));
          expect(read.length, `secrets read by ${where}`).toBe(0);
        }),
      );
});

test("a session that was signed out cannot be replayed", async ({ system, stranger }) => {
  const page = await stranger();
  await signInAt(page, "mihon");
  const replay = await page.context().storageState();
  await withSession(system, replay, async (http) => {
    expect((await http.get("/verify")).status()).toBe(200);
    await page.getByRole("button", { name: "ログアウト", exact: true }).click();
    await page.waitForURL(/\/login$/);
    const answer = await http.get("/verify");
    expect(answer.status()).toBe(307);
    expect(answer.headers().location).toContain("/login");
  });
});
