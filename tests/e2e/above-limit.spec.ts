import { expect, test } from "#tests/support/e2e-fixtures.ts";
import { ApplicationForm } from "./pages/application-form.ts";
import { BranchCase } from "./pages/branch-case.ts";
import { leafletCase, smallCase, unique } from "./pages/cases.ts";
import { button } from "./pages/labels.ts";

const fourEyes = "支店の限度額を超えるため、審査した人とは別の承認者が承認します。";

/** 24,000,000 and the rest of the sum; the limit is 30,000,000. */
const worth = (performanceYen: string) =>
  leafletCase(`限度額工事 ${unique()}`, {
    works: { 請負金額: "60,000,000" },
    advance: { 前払金保証金額: "24,000,000" },
    performance: { 契約保証金額: performanceYen },
  });

test("one yen above the limit, who examined cannot approve; an approver does, and either issues", async ({
  as,
}) => {
  const receiptNumber = await ApplicationForm.apply(await as("contractor"), worth("6,000,001"));
  const examined = await BranchCase.open(await as("branch"), receiptNumber);
  await examined.begin();
  await expect(examined.page.getByRole("main")).toContainText(fourEyes);
  await expect(button(examined.page, "承認")).toHaveCount(0);
  await expect(button(examined.page, "差戻す")).toBeVisible();

  const second = await BranchCase.open(await as("approver"), receiptNumber);
  await expect(second.page.getByRole("main")).toContainText(fourEyes);
  await second.approve();
  await examined.page.reload();
  await examined.issue();
});

test("an approver who examined needs another one", async ({ as }) => {
  const receiptNumber = await ApplicationForm.apply(await as("contractor"), worth("6,000,001"));
  const branchCase = await BranchCase.open(await as("approver"), receiptNumber);
  await branchCase.begin();
  await expect(branchCase.page.getByRole("main")).toContainText(fourEyes);
  await expect(button(branchCase.page, "承認")).toHaveCount(0);
});

test("exactly at the limit one person may do all", async ({ as }) => {
  const receiptNumber = await ApplicationForm.apply(await as("contractor"), worth("6,000,000"));
  const branchCase = await BranchCase.open(await as("branch"), receiptNumber);
  await branchCase.begin();
  await branchCase.approve();
  await expect(button(branchCase.page, "発行")).toBeVisible();
});

test("a premium by 銀行振込 must be confirmed before issue", async ({ as }) => {
  const application = smallCase(`銀行振込工事 ${unique()}`, {
    advance: { 前払金保証料支払方法: "銀行振込" },
  });
  const receiptNumber = await ApplicationForm.apply(await as("contractor"), application);
  const branchCase = await BranchCase.open(await as("branch"), receiptNumber);
  await branchCase.begin();
  await branchCase.approve();
  await branchCase.decide("発行");
  const question = branchCase.page.getByRole("dialog");
  await expect(question).toContainText("保証料の受領を確認してから");
  await question.getByLabel("保証料の受領を確認しました").check();
  await button(question, "発行").click();
  await expect(branchCase.status).toHaveText("発行済", { timeout: 30_000 });
});
