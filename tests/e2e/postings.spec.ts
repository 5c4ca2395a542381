import type { Page, Request } from "@playwright/test";
import { expect, test } from "#tests/support/e2e-fixtures.ts";
import { ApplicationForm } from "./pages/application-form.ts";
import { BranchCase } from "./pages/branch-case.ts";
import { unique } from "./pages/cases.ts";
import { button } from "./pages/labels.ts";

/** Presses a button and intercepts its post, so that it can be sent in other ways. */
async function catchPosting(page: Page, press: () => Promise<void>): Promise<Posting> {
  const caught = new Promise<Request>((resolve) => {
    void page.route("**/*", async (route) => {
      if (route.request().method() !== "POST") return route.continue();
      resolve(route.request());
      await route.abort();
    });
  });
  await press();
  const posting = await caught;
  await page.unroute("**/*");
  const all = await posting.allHeaders();
  const headers = Object.fromEntries(
    Object.entries(all).filter(
      ([name]) => !name.startsWith(":") && !/^(content-length|host|cookie)$/.test(name),
    ),
  );
  return { url: posting.url(), headers, data: posting.postDataBuffer() ?? Buffer.alloc(0) };
}

type Posting = { url: string; headers: Record<string, string>; data: Buffer };

/** Sends a post with the cookies of a window and other headers; an empty header is left out. */
async function post(
  as: Page,
  { url, headers, data }: Posting,
  changes: Record<string, string> = {},
  to = url,
) {
  const sent = Object.fromEntries(Object.entries({ ...headers, ...changes }).filter(([, value]) => value));
  return as.request.post(to, { headers: sent, data, maxRedirects: 0 });
}

test("a posting without our origin, or by another party, changes nothing; the genuine one does", async ({
  as,
  records,
  stranger,
  watch,
}) => {
  watch.allow(/ERR_FAILED|Failed to fetch/);
  const contractor = await as("contractor");
  const staff = await as("branch");
  const branchCase = await BranchCase.at(staff, await records.sent(`投稿工事 ${unique()}`));
  const address = staff.url();
  const posting = await catchPosting(staff, () => button(staff, "審査を開始").click());
  expect(posting.headers.origin, "browsers say where a posting comes from").toBeTruthy();

  const forged: [string, Page, Record<string, string>][] = [
    ["no origin", staff, { origin: "", "sec-fetch-site": "" }],
    ["another origin", staff, { origin: "https://evil.example", "sec-fetch-site": "" }],
    ["an opaque origin", staff, { origin: "null" }],
    [
      "another origin that the proxy header agrees with",
      staff,
      {
        origin: "https://evil.example",
        "x-forwarded-host": "evil.example",
        "sec-fetch-site": "",
      },
    ],
    ["cross-site", staff, { "sec-fetch-site": "cross-site" }],
    ["same-site", staff, { "sec-fetch-site": "same-site" }],
    ["the contractor", contractor, {}],
    ["another branch", await as("branch2"), {}],
    ["an official", await as("odawara"), {}],
    ["a stranger", await stranger(), {}],
  ];
  for (const [who, page, changes] of forged) {
    await post(page, posting, changes);
    // The same action, posted to a page that this person may open.
    if (page === contractor) await post(page, posting, changes, new URL("/desk", address).href);
    await staff.goto(address);
    await expect(branchCase.status, who).toHaveText("送信済");
  }

  const genuine = await post(staff, posting);
  expect(genuine.status()).toBeLessThan(400);
  await staff.goto(address);
  await expect(branchCase.status).toHaveText("審査中");
});

test("a draft is saved for its owner from our own pages only", async ({ as, stranger, system }) => {
  const contractor = await as("contractor");
  const form = await ApplicationForm.begin(contractor);
  const id = /applications\/([^/]+)\//.exec(contractor.url())?.[1] ?? "";
  const url = `${system}/api/drafts/${id}`;
  const workName = `他人の工事 ${unique()}`;
  const own = { origin: system, "sec-fetch-site": "same-origin", "content-type": "application/json" };
  const data = Buffer.from(JSON.stringify({ step: "works", fields: { workName } }));
  const save = async (page: Page, changes: Record<string, string> = {}, body = data) =>
    (await post(page, { url, headers: own, data: body }, changes)).status();

  expect(await save(await stranger())).toBe(401);
  expect(await save(await as("contractor2"))).toBe(404);
  expect(await save(await as("branch"))).toBe(404);
  expect(await save(contractor, { origin: "", "sec-fetch-site": "" })).toBe(403);
  expect(await save(contractor, { origin: "https://evil.example" })).toBe(403);
  expect(await save(contractor, { "sec-fetch-site": "cross-site" })).toBe(403);
  expect(await save(contractor, {}, Buffer.from("{"))).toBe(400);
  expect(
    await save(contractor, {}, Buffer.from(JSON.stringify({ step: "works", fields: { status: "x" } }))),
  ).toBe(400);
  expect(await save(contractor, {}, Buffer.alloc(2_000_000, " "))).toBe(413);
  await contractor.reload();
  expect(await form.read("工事名")).toBe("");

  expect(await save(contractor)).toBe(200);
  await contractor.reload();
  expect(await form.read("工事名")).toBe(workName);
});
