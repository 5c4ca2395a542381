import { expect, test } from "#tests/support/e2e-fixtures.ts";
import { smallDraft } from "#tests/support/e2e-records.ts";
import { BranchCase } from "./pages/branch-case.ts";
import { unique } from "./pages/cases.ts";
import { Desk } from "./pages/desk.ts";
import { button, heading, link, textOf } from "./pages/labels.ts";
import { sheetsOf } from "./pages/look.ts";
import { Verify } from "./pages/verify.ts";

test("a paper guarantee gets a number and a printable certificate, no key, and cannot be looked up", async ({
  as,
  records,
}) => {
  const page = await as("contractor");
  const workName = `紙の証書工事 ${unique()}`;
  const issued = await records.issued(workName, { ...smallDraft, advanceForm: "paper" });
  const branchCase = await BranchCase.at(await as("branch"), issued);
  const number = /\b\d{5}-\d{5}M\b/.exec(await textOf(branchCase.page))?.[0] ?? "";
  expect(number).not.toBe("");

  const desk = new Desk(page);
  await desk.openGuarantees({ keys: true });
  await expect(page.getByRole("main")).not.toContainText(workName);
  await desk.openGuarantee(workName, "前払金保証");
  const main = page.getByRole("main");
  await expect(main).toContainText(number);
  await expect(heading(main, "認証キー")).toHaveCount(0);

  const opening = page.waitForEvent("popup");
  await link(main, "保証証書を表示する").click();
  const certificate = await opening;
  await expect(certificate.getByRole("article")).toContainText(number);
  await expect(certificate.getByRole("article")).toContainText(workName);
  await expect(button(certificate, "印刷")).toBeVisible();
  await certificate.emulateMedia({ media: "print" });
  await expect(button(certificate, "印刷")).toBeHidden();
  await expect(certificate.getByRole("article")).toBeVisible();
  expect(await sheetsOf(certificate), "one sheet of paper").toBe(1);
  await certificate.close();

  const verify = await Verify.open(await as("odawara"));
  await verify.lookUp({ number, key: "Z28YUE3J3Bux" });
  await expect(verify.failure).toBeVisible();
});

test("a short page takes one sheet, and a list is printed as a table with every status", async ({
  as,
  stranger,
  watch,
}) => {
  watch.allow(/status of 404/);
  const page = await stranger();
  for (const path of ["/login", "/password", "/password/sent", "/invite", "/eligibility", "/nothing-here"]) {
    await page.goto(path);
    expect(await sheetsOf(page), path).toBe(1);
  }
  await page.goto("/help/hand-in");
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".printed"), "from where and when").toHaveText(
    /^http:\/\/[^\s]+\/help\/hand-in　\d{4}\/\d\d\/\d\d \d\d:\d\d に印刷$/,
  );
  await expect(page.locator(".printed")).toBeVisible();
  const staff = await as("branch");
  await staff.goto("/branch");
  expect(await sheetsOf(staff), "some twenty rows").toBeLessThanOrEqual(2);
  await staff.emulateMedia({ media: "print" });
  await staff.setViewportSize({ width: 688, height: 900 });
  await expect(staff.getByRole("columnheader", { name: "手続状況" })).toHaveCSS("display", "table-cell");
  const sent = staff.getByRole("table", { name: "申込" }).locator(".chip", { hasText: /^送信済$/ });
  await expect(sent.first()).toBeVisible();
});
