import { expect, test } from "#tests/support/e2e-fixtures.ts";
import { quietCase, type Records, smallDraft } from "#tests/support/e2e-records.ts";
import { BranchCase } from "./pages/branch-case.ts";
import { unique } from "./pages/cases.ts";
import { button } from "./pages/labels.ts";

const fourEyes = "支店の限度額を超えるため、審査した人とは別の承認者が承認します。";

/** 24,000,000 and the rest of the sum; the limit is 30,000,000. */
const worth = (records: Records, performanceYen: string) =>
  records.sent(`限度額工事 ${unique()}`, {
    ...quietCase,
    contractYen: "60,000,000",
    advanceYen: "24,000,000",
    performanceYen,
  });

test("one yen above the limit, who examined cannot approve; an approver does, and either issues", async ({
  as,
  records,
}) => {
  const sent = await worth(records, "6,000,001");
  const examined = await BranchCase.at(await as("branch"), sent);
  await examined.begin();
  await expect(examined.page.getByRole("main")).toContainText(fourEyes);
  await expect(button(examined.page, "承認")).toHaveCount(0);
  await expect(button(examined.page, "差戻す")).toBeVisible();

  const second = await BranchCase.at(await as("approver"), sent);
  await expect(second.page.getByRole("main")).toContainText(fourEyes);
  await second.approve();
  await examined.page.reload();
  await examined.issue();
});

test("an approver who examined needs another one", async ({ as, records }) => {
  const branchCase = await BranchCase.at(await as("approver"), await worth(records, "6,000,001"));
  await branchCase.begin();
  await expect(branchCase.page.getByRole("main")).toContainText(fourEyes);
  await expect(button(branchCase.page, "承認")).toHaveCount(0);
});

test("exactly at the limit one person may do all", async ({ as, records }) => {
  const branchCase = await BranchCase.at(await as("branch"), await worth(records, "6,000,000"));
  await branchCase.begin();
  await branchCase.approve();
  await expect(button(branchCase.page, "発行")).toBeVisible();
});

test("a premium by 銀行振込 must be confirmed before issue", async ({ as, records }) => {
  const sent = await records.sent(`銀行振込工事 ${unique()}`, { ...smallDraft, advancePayment: "transfer" });
  await records.decide(sent, ["審査を開始", "承認"]);
  const branchCase = await BranchCase.at(await as("branch"), sent);
  await branchCase.decide("発行");
  const question = branchCase.page.getByRole("dialog");
  await expect(question).toContainText("保証料の受領を確認してから");
  await question.getByLabel("保証料の受領を確認しました").check();
  await button(question, "発行").click();
  await expect(branchCase.status).toHaveText("発行済", { timeout: 30_000 });
});
