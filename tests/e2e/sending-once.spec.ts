import type { Page, Request } from "@playwright/test";
import { expect, test } from "#tests/support/e2e-fixtures.ts";
import { type Records, smallDraft } from "#tests/support/e2e-records.ts";
import { ApplicationForm } from "./pages/application-form.ts";
import { unique } from "./pages/cases.ts";

/** Waits at the confirm page of a new application. */
async function atConfirmation(records: Records, page: Page, workName: string): Promise<ApplicationForm> {
  return ApplicationForm.toConfirm(page, await records.drafted({ ...smallDraft, workName }));
}

/** The works are once in the branch's queue, and once in the contractor's list. */
async function arrivedOnce(branch: Page, contractor: Page, workName: string): Promise<void> {
  await branch.goto("/branch");
  await expect(branch.getByRole("row").filter({ hasText: workName })).toHaveCount(1);
  await contractor.goto("/desk/applications");
  await expect(contractor.getByRole("row").filter({ hasText: workName })).toHaveCount(1);
}

test("twenty clicks, Back and reloads send an application once", async ({ as, records }) => {
  const page = await as("contractor");
  const workName = `二度押し工事 ${unique()}`;
  const form = await atConfirmation(records, page, workName);
  await form.send.click({ clickCount: 20, delay: 5 });
  const receiptNumber = await form.receiptNumber();

  await page.reload();
  expect(await form.receiptNumber()).toBe(receiptNumber);
  await page.goBack();
  await expect(form.send).toHaveCount(0);
  await page.reload();
  await expect(form.send).toHaveCount(0);
  await expect(page.getByRole("main")).toContainText(receiptNumber);
  await arrivedOnce(await as("branch"), page, workName);
});

test("two tabs send one application, and both show its 受付番号", async ({ as, records }) => {
  const page = await as("contractor");
  const workName = `二つの窓工事 ${unique()}`;
  const form = await atConfirmation(records, page, workName);
  const second = await page.context().newPage();
  await second.goto(page.url());
  const other = new ApplicationForm(second);
  await expect(other.send).toBeVisible();
  await Promise.all([form.send.click(), other.send.click()]);
  const numbers = await Promise.all([form.receiptNumber(), other.receiptNumber()]);
  expect(numbers[0]).toMatch(/^\d{8}-\d{6}$/);
  expect(numbers[1]).toBe(numbers[0]);
  await arrivedOnce(await as("branch"), page, workName);
});

test("twenty of the same posting at once send one application", async ({ as, records, watch }) => {
  watch.allow(/ERR_FAILED|Failed to fetch/);
  const page = await as("contractor");
  const workName = `同時送信工事 ${unique()}`;
  const form = await atConfirmation(records, page, workName);
  const held = new Promise<Request>((resolve) => {
    void page.route("**/confirm", async (route) => {
      if (route.request().method() !== "POST") return route.continue();
      resolve(route.request());
      await route.abort();
    });
  });
  await form.send.click();
  const posting = await held;
  const headers = await posting.allHeaders();
  const data = posting.postDataBuffer() ?? Buffer.alloc(0);
  const answers = await Promise.all(
    Array.from({ length: 20 }, () =>
      page.request.post(posting.url(), { headers: withoutLength(headers), data, maxRedirects: 0 }),
    ),
  );
  const places = new Set(answers.map((answer) => answer.headers()["x-action-redirect"]?.split(";")[0]));
  expect([...places]).toEqual([expect.stringMatching(/\/sent$/)]);
  await arrivedOnce(await as("branch"), page, workName);
});

/** Headers that the repeating client sets by itself. */
function withoutLength(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).filter(
      ([name]) => !name.startsWith(":") && !/^(content-length|host)$/.test(name),
    ),
  );
}
