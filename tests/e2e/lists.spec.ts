import { readFile } from "node:fs/promises";
import { expect, test } from "#tests/support/e2e-fixtures.ts";
import { unique } from "./pages/cases.ts";
import { Desk } from "./pages/desk.ts";
import { button, link, textOf } from "./pages/labels.ts";
import { lookAt } from "./pages/look.ts";
import { Verify } from "./pages/verify.ts";

test("the lists are searched and saved as a CSV without script, from a URL that can be shared, on a phone", async ({
  as,
  world,
}) => {
  const page = await as("contractor", { javaScriptEnabled: false, viewport: { width: 320, height: 800 } });
  await page.goto("/desk/contracts");
  await page.getByLabel("工事名・番号", { exact: true }).fill(`閲覧工事　${world.mark}`);
  await page.getByLabel("並び順", { exact: true }).selectOption("保証金額の大きい順");
  await button(page, "検索する").click();
  const rows = page.getByRole("row").filter({ hasText: world.mark });
  await expect(rows).toHaveCount(2);
  await expect(page.getByRole("status")).toContainText("条件に合う保証契約は2件です");
  await expect(rows.first()).toContainText("前払金保証");
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);

  const [saved] = await Promise.all([page.waitForEvent("download"), link(page, "CSVを保存").click()]);
  expect(saved.suggestedFilename()).toMatch(/^保証契約一覧_\d{8}\.csv$/);
  const text = await readFile(await saved.path(), "utf8");
  const lines = text.split("\r\n");
  expect(lines[0]).toMatch(/^\uFEFF"保証契約番号","保証種類"/);
  expect(lines.slice(1, -1)).toHaveLength(2);
  expect(lines[1]).toContain(world.mark);

  const shared = await as("contractor2");
  await shared.goto(page.url());
  await expect(shared.getByRole("heading", { name: "条件に合う保証契約はありません" })).toBeVisible();
  await link(shared, "条件をクリア").click();
  await expect(shared.getByRole("heading", { name: "条件に合う保証契約はありません" })).toHaveCount(0);

  await page.goto("/desk/applications?status=examining");
  await page.getByLabel("工事名・番号", { exact: true }).fill(world.mark);
  await button(page, "検索する").click();
  await expect(page.getByRole("row").filter({ hasText: `審査中工事 ${world.mark}` })).toHaveCount(1);
  await expect(page.getByRole("row").filter({ hasText: `下書き工事 ${world.mark}` })).toHaveCount(0);
});

test("a key is handed in from the portal and reissued on request; the city that has the old key gets the one failure sentence", async ({
  as,
  records,
  watch,
}) => {
  const work = `再発行工事 ${unique()}`;
  const contractor = await as("contractor", { permissions: ["clipboard-read", "clipboard-write"] });
  const staff = await as("branch");
  await records.issued(work);
  const desk = new Desk(contractor);
  await contractor.goto(await records.guarantee(work, "前払金保証"));
  const old = await desk.readKey(watch);

  // People who send it from elsewhere copy exactly what the portal would send.
  const copied: string[] = [];
  for (const name of ["宛先をコピー", "件名をコピー", "本文をコピー"]) {
    await button(contractor, name).click();
    await expect(contractor.getByText("コピーしました").first()).toBeVisible();
    copied.push(await contractor.evaluate(() => navigator.clipboard.readText()));
  }
  expect(copied[0]).toBe("koji@odawara.example");
  expect(copied[1]).toContain(work);
  await button(contractor, "小田原市へ提出する").click();
  await button(contractor.getByRole("dialog"), "小田原市へ提出する").click();
  const done = contractor.getByRole("status").filter({ hasText: "提出を受け付けました" });
  await expect(done).toBeVisible();
  expect(await done.evaluate((notice) => notice.parentElement === document.activeElement)).toBe(true);
  const main = contractor.getByRole("main");
  await expect(main, "the page follows the mail by itself").toContainText("提出の状況：送信済");
  await lookAt(contractor, "a contract that was handed in");
  const page = contractor.url();
  const mailbox = await as("odawara");
  await mailbox.goto("/dev/mailbox");
  await mailbox.getByRole("row").filter({ hasText: work }).first().getByRole("link").first().click();
  await expect(mailbox.getByRole("heading", { level: 1 })).toHaveText(copied[1] ?? "");
  const plain = (text: string) => text.replace(/\s+/g, "");
  await expect
    .poll(async () => plain(await textOf(mailbox)))
    .toContain(plain((copied[2] ?? "").split("\n").slice(0, 6).join("\n")));
  await contractor.goto("/desk");
  const todo = contractor.getByRole("region", { name: /^対応が必要な手続/ });
  const waiting = contractor.getByRole("region", { name: "発注者の確認待ち" });
  await expect(waiting).toContainText(work);
  await expect(todo).not.toContainText(work);
  await lookAt(contractor, "全体トップ with what waits for the city");
  await contractor.goto(page);

  await contractor.getByLabel(/^再発行の理由/).fill("担当者が交代したため");
  await button(contractor, "認証キーの再発行を依頼する").click();
  await button(contractor.getByRole("dialog"), "認証キーの再発行を依頼する").click();
  await expect(contractor.getByText("の処理をお待ちください")).toBeVisible();
  await expect(button(contractor, "認証キーの再発行を依頼する")).toHaveCount(0);

  await staff.goto("/branch");
  await link(staff, `${work}の依頼を確認する`).click();
  await expect(staff.getByRole("main")).toContainText("担当者が交代したため");
  await lookAt(staff, "a case with a key to be issued anew");
  await button(staff, "認証キーを再発行").click();
  await button(staff.getByRole("dialog"), "認証キーを再発行").click();
  await expect(button(staff, "認証キーを再発行")).toHaveCount(0);
  await expect(staff.getByRole("main")).toContainText("認証キーの再発行");

  await contractor.goto(page);
  const given = await desk.readKey(watch);
  expect(given.number).toBe(old.number);
  expect(given.key !== old.key, "another key").toBe(true);
  await expect(main).not.toContainText("提出の状況");
  await lookAt(contractor, "a contract with a key issued anew");
  const notice = link(contractor, "印刷");
  await expect(notice).toBeVisible({ timeout: 30_000 });
  const [saved] = await Promise.all([contractor.waitForEvent("download"), notice.click()]);
  expect(saved.suggestedFilename()).toContain(given.number);

  const verify = await Verify.open(await as("odawara"));
  await verify.lookUp(old);
  await expect(verify.page.getByRole("main").getByRole("alert")).toContainText(
    "保証契約番号または認証キーが正しくありません。",
  );
  await verify.lookUp(given);
  await verify.showsCertificateOf(work);
});
