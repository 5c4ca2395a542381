import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expect, test } from "#tests/support/e2e-fixtures.ts";
import { ApplicationForm } from "./pages/application-form.ts";
import { BranchCase } from "./pages/branch-case.ts";
import { unique, uniqueMail } from "./pages/cases.ts";
import { Desk } from "./pages/desk.ts";
import { button, heading, label, link, textOf } from "./pages/labels.ts";
import { sheetsOf } from "./pages/look.ts";
import { Mailbox } from "./pages/mailbox.ts";
import { Verify } from "./pages/verify.ts";

/** Types letter by letter, as a person does. */
async function type(page: Page, name: string, text: string): Promise<void> {
  await page.getByLabel(label(name)).pressSequentially(text);
}

test("the leaflet's case goes from application to verification of both products", async ({ as, watch }) => {
  test.slow();
  const workName = `道路改良工事 ${unique()}`;
  const mail = uniqueMail();
  const contractor = await as("contractor");

  const receiptNumber = await test.step("the contractor applies, typing in either width", async () => {
    const form = await ApplicationForm.begin(contractor);
    await form.answer("発注者", "小田原市長");
    await type(contractor, "工事名", workName);
    await form.answer("入札・契約方法", "一般競争入札");
    await type(contractor, "公告日", "令和８年４月１日");
    await type(contractor, "請負契約日", "R8.4.3");
    await type(contractor, "請負金額", "５０，０００，０００");
    await type(contractor, "工期（自）", "20260403");
    await type(contractor, "工期（至）", "2027-03-31");
    await form.open("保証の申込内容");
    const advance = form.group("前払金保証");
    await form.answer("前払金保証を申し込む", true, "前払金保証");
    await form.answer("保証証書の形式", "電子保証（認証キーを含む）", "前払金保証");
    await type(contractor, "前払金保証金額", "２０,０００,０００");
    await expect(advance.getByRole("status")).toContainText(["40.0%"]);
    await form.answer("預託金融機関", "〇〇銀行 ××支店", "前払金保証");
    await form.answer("再預託利用区分", "再預託を利用しない", "前払金保証");
    await form.answer("前払金保証料支払方法", "一括納付", "前払金保証");
    expect(await form.read("前払金保証料請求先", "前払金保証"), "prefilled").toContain("〇〇建設 株式会社");
    await form.answer("保証料計算書（紙）について", "希望しない", "前払金保証");
    await form.answer("契約保証を申し込む", true, "契約保証");
    await form.answer("保証証書の形式", "電子保証（認証キーを含む）", "契約保証");
    await type(contractor, "契約保証金額", "5000000");
    await expect(form.group("契約保証").getByRole("status")).toContainText(["10.0%"]);
    await form.answer("契約保証料支払方法", "一括納付", "契約保証");
    await form.answer("保証料計算書（紙）について", "希望しない", "契約保証");
    await form.open("その他");
    await form.answer("申込送信先", "神奈川支店");
    await form.answer("電子保証発行完了のお知らせ", "希望する");
    await type(contractor, "メールアドレス", mail.replace("@", "＠"));
    await form.check();

    await expect(form.send).toBeVisible();
    const shown = contractor.getByRole("main");
    for (const words of [workName, "小田原市長", "令和8年4月1日", "50,000,000円", "20,000,000円", "40.0%"])
      await expect(shown).toContainText(words);
    await expect(shown).toContainText("5,000,000円");
    await expect(shown).toContainText("10.0%");
    await expect(shown).toContainText(mail);
    await expect(shown).toContainText("神奈川支店");
    await expect(shown).toContainText("未入力");
    await form.send.click();
    return form.receiptNumber();
  });
  const application = contractor.url().replace(/\/sent$/, "");
  expect(receiptNumber).toMatch(/^\d{8}-\d{6}$/);

  await test.step("the branch finds it, examines, approves and issues it", async () => {
    const branchCase = await BranchCase.open(await as("branch"), receiptNumber);
    await expect(branchCase.status).toHaveText("送信済");
    await expect(branchCase.page.getByRole("main")).toContainText("〇〇建設 株式会社");
    await branchCase.begin();
    await branchCase.approve();
    await branchCase.issue();
    const shown = await textOf(branchCase.page);
    expect(shown.match(/\b\d{5}-\d{5}[MK]\b/g)?.length, "both products have a number").toBeGreaterThan(1);
  });

  const desk = new Desk(contractor);
  const advance = await desk.openKey(workName, "前払金保証", watch);
  await test.step("the contractor takes the key notice and sees the certificate", async () => {
    expect(advance.number).toMatch(/M$/);
    const main = contractor.getByRole("main");
    await expect(heading(main, "認証キー")).toBeVisible();
    await expect(main).toContainText("20,000,000円");
    await expect(main).toContainText("まだ確認されていません");

    await contractor.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await button(main, "認証キーをコピー").click();
    await expect(main.getByRole("status").filter({ hasText: "コピーしました" })).toBeVisible();
    expect(await contractor.evaluate(() => navigator.clipboard.readText())).toBe(advance.key);

    const downloading = contractor.waitForEvent("download");
    await link(main, "印刷").click();
    const download = await downloading;
    expect(download.suggestedFilename()).toContain("電子保証にかかる「認証キー」のお知らせ");
    const bytes = await readFile(await download.path());
    expect(bytes.subarray(0, 5).toString()).toBe("%PDF-");
    const answer = await contractor.request.get(download.url());
    expect(answer.headers()).toMatchObject({
      "content-type": "application/pdf",
      "x-content-type-options": "nosniff",
    });
    expect(answer.headers()["content-disposition"]).toMatch(/^attachment;/);
    expect(answer.headers()["cache-control"]).toContain("no-store");

    const opening = contractor.waitForEvent("popup");
    await link(main, "選択").click();
    const certificate = await opening;
    await expect(button(certificate, "印刷")).toBeVisible();
    await expect(certificate.getByRole("article")).toContainText(advance.number);
    await expect(certificate.getByRole("article")).toContainText(workName);
    await expect(certificate.getByRole("article")).not.toContainText(advance.key);
    const closed = certificate.waitForEvent("close");
    // The window may be gone before the click has ended.
    await Promise.all([
      closed,
      button(certificate, "閉じる")
        .click()
        .catch(() => {}),
    ]);
  });
  const performance = await desk.openKey(workName, "契約保証", watch);
  expect(performance.number).toMatch(/K$/);
  expect(performance.number).not.toBe(advance.number);
  expect(performance.key).not.toBe(advance.key);

  await test.step("one mail per guarantee arrived, without the key", async () => {
    const mails = await new Mailbox(await (await as("contractor")).context().newPage()).mailsTo(mail, 2);
    for (const { subject, text } of mails) {
      expect(subject).toBe("電子保証（認証キー）発行完了のお知らせ");
      expect(text).not.toContain(advance.key);
      expect(text).not.toContain(performance.key);
    }
  });

  await test.step("Odawara's official verifies both", async () => {
    const official = await as("odawara");
    for (const given of [advance, performance]) {
      const verify = await Verify.open(official);
      // As pasted from a PDF: groups, full width.
      const wide = given.number.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
      await verify.lookUp({ number: ` ${wide}`, key: (given.key.match(/.{4}/g) ?? []).join(" ") });
      await verify.showsCertificateOf(workName);
      expect(await sheetsOf(official), "the overview, the certificate, and no empty sheet").toBe(2);
      const main = official.getByRole("main");
      await expect(main).toContainText(given.number);
      await expect(main.getByRole("article")).toContainText("保証証書");
      await expect(main).not.toContainText(given.key);
      const downloading = official.waitForEvent("download");
      await main.getByRole("link", { name: /PDF/ }).click();
      const bytes = await readFile(await (await downloading).path());
      expect(bytes.subarray(0, 5).toString()).toBe("%PDF-");
    }
  });

  await test.step("the contractor sees that the city has looked it up", async () => {
    await desk.openGuarantee(workName, "前払金保証");
    const main = contractor.getByRole("main");
    await expect(main).not.toContainText("まだ確認されていません");
    await expect(main).toContainText(/小田原市が確認\s*\d{4}\/\d{2}\/\d{2}/);
    await contractor.goto(application);
    await expect(main).toContainText("小田原市が照会しました");
  });
});
