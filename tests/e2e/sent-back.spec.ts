import { expect, test } from "#tests/support/e2e-fixtures.ts";
import { ApplicationForm } from "./pages/application-form.ts";
import { BranchCase } from "./pages/branch-case.ts";
import { unique } from "./pages/cases.ts";
import { button, link } from "./pages/labels.ts";

test("what is sent back is corrected and sent again under the same 受付番号", async ({ as, records }) => {
  const page = await as("contractor");
  const staff = await as("branch");
  const workName = `差戻し工事 ${unique()}`;
  const reason = "工期（至）が請負契約書と異なります。直して再送信してください。";
  const sent = await records.sent(workName);
  const { receiptNumber } = sent;
  const first = await BranchCase.at(staff, sent);
  await first.begin();
  await first.sendBack(reason);

  await page.goto("/desk/applications");
  const returned = page.getByRole("row").filter({ hasText: workName });
  await expect(returned).toContainText("差戻し");
  await expect(returned).toContainText(reason);
  await link(returned, "修正する").click();
  const form = new ApplicationForm(page);
  expect(await form.read("工事名")).toBe(workName);
  await form.answer("工期（至）", "令和9年5月31日");
  await form.check();
  await expect(page.getByRole("main")).toContainText("令和9年5月31日");
  await form.send.click();
  expect(await form.receiptNumber()).toBe(receiptNumber);

  const again = await BranchCase.at(staff, sent);
  await expect(again.status).toHaveText("送信済");
  const main = staff.getByRole("main");
  await expect(main).toContainText("令和9年5月31日");
  await expect(main).toContainText("再送信の受付（2回目）");
  await expect(main).toContainText(reason);
  await again.begin();
  await again.approve();
});

test("a reason is required, asked for in the question, and kept", async ({ as, records }) => {
  const staff = await as("branch");
  const branchCase = await BranchCase.at(staff, await records.sent(`理由なし工事 ${unique()}`));
  await branchCase.begin();
  await branchCase.decide("差戻す");
  const question = staff.getByRole("dialog");
  await expect(question).toContainText(/理由.*入力してください。/);
  await question.getByLabel(/^差戻しの理由/).fill("図面の番号を確認してください。");
  await button(question, "差戻す").click();
  await expect(branchCase.status).toHaveText("差戻し");
  await expect(staff.getByRole("main")).toContainText("図面の番号を確認してください。");
  expect(await staff.evaluate(() => Object.values(sessionStorage)), "what was sent is not kept").toEqual([]);
});

test("a declined application ends with its reason and cannot be corrected", async ({ as, records }) => {
  const page = await as("contractor");
  const workName = `謝絶工事 ${unique()}`;
  const reason = "お申込みの工事は、当社の引受けの対象になりません。";
  const branchCase = await BranchCase.at(await as("branch"), await records.sent(workName));
  await branchCase.begin();
  await branchCase.decline(reason);
  await expect(button(branchCase.page, "承認")).toHaveCount(0);

  await page.goto("/desk/applications");
  const row = page.getByRole("row").filter({ hasText: workName });
  await expect(row).toContainText("謝絶");
  await expect(link(page, "修正する").and(row.getByRole("link"))).toHaveCount(0);
  await row.getByRole("link").first().click();
  await expect(page.getByRole("main")).toContainText(reason);
  await expect(link(page, "修正する")).toHaveCount(0);
});
