import { expect, test } from "#tests/support/e2e-fixtures.ts";
import { BranchCase } from "./pages/branch-case.ts";
import { unique } from "./pages/cases.ts";
import { textOf } from "./pages/labels.ts";

const changedMeanwhile = "ほかの担当者が先に処理しました";

test("who acts second on one case reads what happened, and keeps what was written", async ({
  as,
  records,
}) => {
  const sent = await records.sent(`同時審査工事 ${unique()}`);
  const first = await BranchCase.at(await as("branch"), sent);
  await first.begin();
  const second = await BranchCase.at(await as("approver"), sent);
  const reason = "契約書の写しと金額が異なります。";
  await second.page.getByLabel(/^差戻しの理由/).fill(reason);
  await first.approve();

  await second.decide("差戻す");
  const alert = second.page.getByRole("alert").filter({ hasText: changedMeanwhile });
  await expect(alert).toContainText("承認");
  await expect(alert).toContainText("承認済");
  await expect(second.status).toHaveText("承認済");
  await expect(second.page.getByRole("button", { name: "差戻す" })).toHaveCount(0);
  await expect(alert).toContainText(reason);
});

test("two people who press 「発行」 at once issue once", async ({ as, records }) => {
  const sent = await records.sent(`同時発行工事 ${unique()}`);
  await records.decide(sent, ["審査を開始", "承認"]);
  const first = await BranchCase.at(await as("branch"), sent);
  const second = await BranchCase.at(await as("approver"), sent);
  await Promise.all([first.decide("発行"), second.decide("発行")]);
  for (const person of [first, second]) {
    await expect(person.status).toHaveText("発行済", { timeout: 30_000 });
    const text = await textOf(person.page);
    expect(new Set(text.match(/\b\d{5}-\d{5}M\b/g)).size, "one number").toBe(1);
  }
});
