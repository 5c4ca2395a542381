import type { Page } from "@playwright/test";
import { expect, test } from "#tests/support/e2e-fixtures.ts";
import { signInAt } from "#tests/support/e2e-people.ts";
import { smallDraft } from "#tests/support/e2e-records.ts";
import { ApplicationForm } from "./pages/application-form.ts";
import { smallCase, unique } from "./pages/cases.ts";
import { button, heading, label } from "./pages/labels.ts";

// Ten ways through Back, Forward, reload, typed addresses and second windows (docs/quality.md A11), in two journeys:
// what was typed is always there, what was sent is never sent again, and what is gone is reported as gone.

const path = (page: Page) => new URL(page.url()).pathname;

test("before sending, Back, Forward, reload and typed addresses keep every answer", async ({ stranger }) => {
  // It signs out at its end, so it needs a session of its own.
  const page = await stranger();
  await signInAt(page, "contractor");
  const workName = `行き来工事 ${unique()}`;
  const form = await ApplicationForm.begin(page);
  const works = path(page);
  const shown = async () => {
    for (const [tab, name, value] of [
      ["請負工事の情報", "工事名", workName],
      ["その他", "申込送信先", "神奈川支店"],
    ] as const) {
      await form.open(tab);
      expect(await form.read(name)).toBe(value);
    }
  };

  await test.step("1. the confirm page of an unfinished draft leads to the form and says what is missing", async () => {
    await form.answer("工事名", workName);
    await form.saved();
    await page.goto(works.replace(/edit.*/, "confirm"));
    await expect(form.mistakes).toBeVisible();
  });

  await test.step("2. 送信完了 of a draft shows no 受付番号", async () => {
    await page.goto(works.replace(/edit.*/, "sent"));
    await expect(heading(page, "送信完了")).toHaveCount(0);
  });

  await test.step("3. Back through the tabs finds each as it was left", async () => {
    await page.goto(works);
    await form.fill(smallCase(workName, { works: { 公告日: "2026/3/31" } }));
    await page.goBack();
    await expect(page.getByLabel(label("前払金保証を申し込む"))).toBeChecked();
    await page.goBack();
    expect(await form.read("工事名")).toBe(workName);
    await page.goForward();
    await page.goForward();
    expect(await form.read("申込送信先")).toBe("神奈川支店");
  });

  await test.step("4. a reload keeps what was refused, and what is corrected goes on", async () => {
    await form.check();
    await expect(form.mistakes).toContainText("電子保証の対象外です");
    await page.reload();
    await shown();
    await form.open("請負工事の情報");
    await form.answer("公告日", "2026/4/1");
    await form.check();
    await expect(form.send).toBeVisible();
  });

  await test.step("5. Back from 申込確認 finds the form, Forward the same answers", async () => {
    await page.goBack();
    await shown();
    await form.check();
    await expect(form.send).toBeVisible();
    await page.goBack();
    await page.goForward();
    await expect(form.send).toBeVisible();
    await expect(page.getByRole("main")).toContainText(workName);
  });

  await test.step("6. Back after signing out shows nothing of it, and asks to sign in", async () => {
    const confirm = path(page);
    await button(page, "ログアウト").click();
    await expect(page).toHaveURL(/\/login|\/$/);
    await page.goBack();
    await expect(page.getByText(workName)).toHaveCount(0);
    await page.goto(confirm);
    await expect(page).toHaveURL(/\/login/);
  });
});

test("after sending, and after throwing a draft away, no way back sends or changes anything", async ({
  as,
  records,
  watch,
}) => {
  watch.allow(/409 \(Conflict\)/); // the second window saves into what was sent
  const page = await as("contractor2");
  const workName = `送信後工事 ${unique()}`;
  const draftId = await records.drafted({ ...smallDraft, workName }, "contractor2");
  const form = await ApplicationForm.at(page, draftId, "その他");
  const edit = path(page);
  const second = await page.context().newPage();
  await second.goto(edit.replace(/[a-z]+$/, "works"));
  const receipt = await form.checkAndSend();

  await test.step("7. Back to 申込確認 has no button, Forward the same 受付番号, days later too", async () => {
    await page.goBack();
    await expect(form.send).toHaveCount(0);
    await page.goForward();
    expect(await form.receiptNumber()).toBe(receipt);
    await page.reload();
    expect(await form.receiptNumber()).toBe(receipt);
  });

  await test.step("8. the form's address leads to what was sent", async () => {
    await page.goto(edit);
    await expect(page.getByRole("main")).toContainText(receipt);
    await expect(button(page, "申込内容を確認する")).toHaveCount(0);
  });

  await test.step("9. a window that still shows the form changes nothing, and says that it was sent", async () => {
    await second.getByLabel(label("工事名")).fill(`${workName} 書きかえ`);
    await button(second, "申込内容を確認する").click();
    await expect(second.getByText(/送信済|送信されています|送信しました/).first()).toBeVisible();
    await page.goto("/desk/applications");
    await expect(page.getByRole("row").filter({ hasText: workName })).toHaveCount(1);
    await expect(page.getByText(`${workName} 書きかえ`)).toHaveCount(0);
  });

  await test.step("10. Back to a draft that was thrown away says so and can bring it back", async () => {
    const draft = await ApplicationForm.begin(page);
    await draft.answer("工事名", `捨てた ${workName}`);
    await draft.saved();
    const address = path(page);
    await page.goto("/desk/applications");
    const row = page.getByRole("row").filter({ hasText: `捨てた ${workName}` });
    await button(row, "下書きを削除").click();
    await expect(row).toHaveCount(0);
    await page.goto(address);
    await expect(page.getByRole("status").filter({ hasText: "を削除しました" })).toContainText(workName);
    await button(page, "元に戻す").click();
    await expect(row).toHaveCount(1);
  });
});
