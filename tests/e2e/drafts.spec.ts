import { expect, test } from "#tests/support/e2e-fixtures.ts";
import { idIn, quietCase, smallDraft } from "#tests/support/e2e-records.ts";
import { ApplicationForm } from "./pages/application-form.ts";
import { smallCase, unique } from "./pages/cases.ts";
import { Desk } from "./pages/desk.ts";
import { button, link } from "./pages/labels.ts";

test("typing is saved as it is, valid or not, and closing the browser loses nothing", async ({ as }) => {
  const page = await as("contractor");
  const workName = `書きかけ工事 ${unique()}`;
  const form = await ApplicationForm.begin(page);
  await form.answer("工事名", workName);
  await form.answer("請負金額", "約五千万");
  await form.answer("公告日", "令和8年13月");
  await form.saved();
  await form.answer("発注者", "見本市長");
  // At once, before the last choice is saved.
  await form.open("保証の申込内容");
  await form.answer("契約保証を申し込む", true);
  await form.answer("契約保証金額", "5,000,00０");
  const address = page.url();
  // As a person closes a window: nothing was saved since the last character, and nothing waits.
  const closed = page.waitForEvent("close");
  page.on("dialog", (dialog) => dialog.accept());
  await page.close({ runBeforeUnload: true });
  await closed;

  const elsewhere = await as("contractor");
  await elsewhere.goto("/desk/applications");
  await link(elsewhere.getByRole("row").filter({ hasText: workName }), "続きを入力する").click();
  const later = new ApplicationForm(elsewhere);
  await later.open("請負工事の情報");
  expect(await later.read("工事名")).toBe(workName);
  expect(await later.read("請負金額")).toBe("約五千万");
  expect(await later.read("公告日")).toBe("令和8年13月");
  expect(await later.read("発注者")).toBe("見本市長");
  await expect(async () => {
    await elsewhere.goto(address);
    expect(await later.read("契約保証を申し込む")).toBe("true");
    expect(await later.read("契約保証金額")).toBe("5,000,00０");
  }).toPass({ timeout: 15_000 });
});

test("a slow save that began earlier never wins over what was typed after it", async ({ as }) => {
  const page = await as("contractor");
  const workName = `遅い保存工事 ${unique()}`;
  const form = await ApplicationForm.begin(page);
  let release: () => void = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const held = new Promise<void>((resolve) => {
    void page.route("**/api/drafts/*", async (route) => {
      resolve();
      await released;
      await route.continue().catch(() => undefined);
    });
  });
  await form.answer("工事名", "古い名前");
  await held;
  await form.answer("工事名", workName);
  await form.answer("請負金額", "50,000,000");
  // The link waits for the save, and goes on when that takes too long.
  await form.open("保証の申込内容");
  await expect(page.getByRole("main")).toContainText(workName);
  release();
  await form.open("請負工事の情報");
  expect(await form.read("工事名")).toBe(workName);
  await form.saved();

  // Reloaded right after typing, again and again, during the saves: no text is lost and nothing conflicts.
  await page.unroute("**/api/drafts/*");
  await page.route("**/api/drafts/*", async (route) => {
    await new Promise((done) => setTimeout(done, 1_500));
    await route.continue().catch(() => undefined);
  });
  for (const place of ["小田原市", "小田原市本町", "小田原市栄町"]) {
    await form.answer("工事場所", place);
    await page.reload();
    await expect.poll(() => form.read("工事場所")).toBe(place);
  }
  await form.answer("工事番号", "第8号");
  await page.unroute("**/api/drafts/*");
  await page.reload();
  await expect.poll(() => form.read("工事番号")).toBe("第8号");
  await form.saved();
  await expect(page.getByText("別の画面で更新されています")).toHaveCount(0);
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
  const again = await as("contractor");
  await expect(async () => {
    await again.goto(page.url());
    const later = new ApplicationForm(again);
    expect(await later.read("工事名")).toBe(workName);
    expect(await later.read("請負金額")).toBe("50,000,000");
    expect(await later.read("工事場所")).toBe("小田原市栄町");
    expect(await later.read("工事番号")).toBe("第8号");
  }).toPass({ timeout: 15_000 });
});

test("rare characters reach the certificate as they were typed", async ({ as, records }) => {
  const page = await as("contractor");
  const name = `髙﨑𠮷田㈱①工区 ${unique()}`;
  await ApplicationForm.apply(page, smallCase(name, { works: { 工事場所: "﨑町" } }));
  await records.issue({ id: idIn(page.url()), workName: name });
  await new Desk(page).openGuarantee(name, "前払金保証");
  const opening = page.waitForEvent("popup");
  await link(page, "選択").click();
  await expect((await opening).getByRole("article")).toContainText(name);
});

test("a character that no font can print is refused on the form, by name and place", async ({
  as,
  records,
}) => {
  const workName = `印刷できない\u{1B001}工事 ${unique()}`;
  const draftId = await records.drafted({ ...smallDraft, workName });
  const form = await ApplicationForm.at(await as("contractor"), draftId, "その他");
  await form.check();
  const mistake = form.mistakes.getByRole("link", { name: /^工事名/ });
  await expect(mistake).toHaveCount(1);
  await expect(mistake).toContainText("\u{1B001}");
});

test("「クリア」 empties its own tab only, and can be taken back", async ({ as, records }) => {
  const page = await as("contractor");
  const workName = `クリア工事 ${unique()}`;
  const form = await ApplicationForm.at(page, await records.drafted({ ...quietCase, workName }), "その他");
  await button(page, "インフォメーションをクリア").click();
  await expect.poll(() => form.read("申込送信先")).toBe("");
  await button(page, "元に戻す").click();
  await expect(button(page, "インフォメーションをクリア")).toBeFocused();
  await expect.poll(() => form.read("申込送信先")).toBe("神奈川支店");
  await form.open("保証の申込内容");
  await button(page, "保証の申込内容をクリア").click();
  await expect.poll(() => form.read("前払金保証金額")).toBe("");
  expect(await form.read("契約保証を申し込む")).toBe("false");
  await form.open("請負工事の情報");
  expect(await form.read("工事名")).toBe(workName);
  await form.open("保証の申込内容");
  expect(await form.read("預託金融機関")).toBe("");
  await form.open("その他");
  expect(await form.read("申込送信先")).toBe("神奈川支店");
});

test("what cannot be saved is said, and saved once the line is back", async ({ as, watch }) => {
  watch.allow(/Failed to load resource/);
  const page = await as("contractor");
  const form = await ApplicationForm.begin(page);
  await page.context().setOffline(true);
  await form.answer("工事名", `回線断工事 ${unique()}`);
  await expect(page.getByText(/保存できませんでした/).first()).toBeVisible();
  await page.context().setOffline(false);
  await form.saved();
});
