import type { Page } from "@playwright/test";
import { expect, test } from "#tests/support/e2e-fixtures.ts";
import { ApplicationForm } from "./pages/application-form.ts";
import { leafletCase, smallCase, unique } from "./pages/cases.ts";
import { button, heading, label, link } from "./pages/labels.ts";
import { lookAt } from "./pages/look.ts";

const changedMeanwhile = "この下書きは、別の画面で更新されています";

/** The banner about what both sides changed. */
const banner = (page: Page) => page.getByRole("alert").filter({ hasText: changedMeanwhile });

test("two windows on one draft: what does not overlap is merged, what does is asked, and nothing is lost", async ({
  as,
  watch,
}) => {
  watch.allow(/status of 409/);
  const here = new ApplicationForm(await as("contractor"));
  const mark = unique();
  await ApplicationForm.begin(here.page);
  const there = new ApplicationForm(await as("contractor"));
  await there.page.goto(here.page.url());
  await there.answer("工事名", `あちらの工事 ${mark}`);
  await there.answer("工事場所", "小田原市栄町");
  await there.answer("入札・契約方法", "随意契約");
  await there.saved();
  await expect.poll(async () => savedName(await as("contractor"), here.page.url())).toContain("あちら");

  await here.answer("工事名", `こちらの工事 ${mark}`);
  await expect(banner(here.page)).toBeVisible();
  const row = banner(here.page).getByRole("row").filter({ hasText: "工事名" });
  await expect(row).toContainText(`こちらの工事 ${mark}`);
  await expect(row).toContainText(`あちらの工事 ${mark}`);
  await lookAt(here.page, "a draft changed elsewhere");
  // A field untouched here takes the new text without a question.
  expect(await here.read("工事場所")).toBe("小田原市栄町");
  expect(await here.read("入札・契約方法")).toBe("随意契約");
  // Nobody can continue before choosing a text, and going to another tab and back asks again.
  await here.check();
  await expect(here.page.locator("[tabindex='-1']").filter({ hasText: changedMeanwhile })).toBeFocused();
  await here.open("その他");
  await here.open("請負工事の情報");
  expect(await here.read("工事名")).toBe(`こちらの工事 ${mark}`);
  await button(here.page, "自分の入力を残す").click();
  await expect(banner(here.page)).toHaveCount(0);
  await expect.poll(async () => savedName(await as("contractor"), here.page.url())).toContain("こちら");

  await there.answer("工事名", `またあちら ${mark}`);
  await expect(banner(there.page)).toContainText(`こちらの工事 ${mark}`);
  await link(there.page, "最新の内容を開く").click();
  await expect.poll(() => there.read("工事名")).toBe(`こちらの工事 ${mark}`);
  await expect(banner(there.page)).toHaveCount(0);
});

test("without JavaScript a post on an older draft shows both texts, and either may stay", async ({ as }) => {
  const script = await ApplicationForm.begin(await as("contractor"));
  const mark = unique();
  const plain = await as("contractor", { javaScriptEnabled: false });
  await plain.goto(script.page.url());
  await script.answer("工事名", `先の工事 ${mark}`);
  await expect.poll(async () => savedName(await as("contractor"), script.page.url())).toContain("先の工事");
  await plain.getByLabel(label("工事名")).fill(`後の工事 ${mark}`);
  await plain.getByLabel(label("工事場所")).fill("小田原市荻窪");
  await button(plain, "申込内容を確認する").click();
  await expect(banner(plain)).toContainText(`先の工事 ${mark}`);
  await expect(banner(plain)).toContainText(`後の工事 ${mark}`);
  await expect(plain.getByLabel(label("工事名"))).toHaveValue(`後の工事 ${mark}`);
  await expect(plain.getByLabel(label("工事場所"))).toHaveValue("小田原市荻窪");
  await button(plain, "自分の入力を残す").click();
  await expect(banner(plain)).toHaveCount(0);
  await plain.goto(script.page.url());
  await expect(plain.getByLabel(label("工事名"))).toHaveValue(`後の工事 ${mark}`);
});

/** The 工事名 on the server. */
async function savedName(page: Page, url: string): Promise<string> {
  await page.goto(url);
  const name = await new ApplicationForm(page).read("工事名");
  await page.context().close();
  return name;
}

test("the list says how far a draft is; it can be thrown away and back; an application is copied with what the company always answers", async ({
  as,
}) => {
  const page = await as("contractor2");
  const mark = unique();
  await page.goto("/desk");
  await link(page, "会社情報を見る・直す").click();
  await expect(heading(page, "会社情報")).toBeVisible();
  await page.getByLabel(label("担当者名")).fill(`鈴木 花子 ${mark}`);
  await page.getByLabel(label("電話番号")).fill("内線のみ");
  await button(page, "会社情報を保存する").click();
  await expect(page.getByRole("region", { name: /誤りが1件/ })).toBeFocused();
  await expect(page.getByLabel(label("担当者名"))).toHaveValue(`鈴木 花子 ${mark}`);
  await page.getByLabel(label("電話番号")).fill("０４６５−００−００００");
  await button(page, "会社情報を保存する").click();
  await expect(page.getByRole("status").filter({ hasText: "会社情報を保存しました" })).toBeVisible();
  await expect(page.getByLabel(label("電話番号"))).toHaveValue("0465-00-0000");

  const workName = `複製のもと工事 ${mark}`;
  const form = await ApplicationForm.begin(page);
  await form.open("その他");
  expect(await form.read("担当者名")).toBe(`鈴木 花子 ${mark}`);
  expect(await form.read("連絡先電話番号")).toBe("0465-00-0000");
  const { 請負工事の情報: works, ...rest } = smallCase(workName, { works: { 工事番号: "第7号" } });
  await form.open("請負工事の情報");
  await form.fill({ 請負工事の情報: works, その他: {} });
  await page.goto("/desk/applications");
  const row = page.getByRole("row").filter({ hasText: workName });
  for (const [tab, state] of [
    ["請負工事の情報", "完了"],
    ["保証の申込内容", "未着手"],
    ["その他", "未着手"],
  ] as const)
    await expect(row.getByRole("listitem").filter({ hasText: tab })).toContainText(state);
  await link(row, "続きを入力する").click();
  await form.fill({ 請負工事の情報: {}, ...rest });
  await form.checkAndSend();

  await page.goto("/desk/applications");
  await button(page, "前回の申込を複製").click();
  await expect(page.getByRole("status").filter({ hasText: "送信した申込を複製しました" })).toContainText(
    "工事番号、公告日、指名日、請負契約日、工期（自）、工期（至）",
  );
  expect(await form.read("工事名")).toBe(workName);
  expect(await form.read("請負金額")).toBe("50,000,000");
  expect(await form.read("公告日")).toBe("");
  expect(await form.read("工事番号")).toBe("");
  await form.answer("工事名", `捨てる工事 ${mark}`);
  await form.saved();
  await form.open("保証の申込内容");
  await page.goto("/desk/applications");
  const draft = page.getByRole("row").filter({ hasText: `捨てる工事 ${mark}` });
  await button(draft, "下書きを削除").click();
  await expect(page.getByRole("status").filter({ hasText: "を削除しました" })).toContainText(mark);
  await expect(draft).toHaveCount(0);
  await button(page, "元に戻す").click();
  await expect(draft).toHaveCount(1);
});

test("amounts and codes are folded when the field is left: never while composing, with the caret kept and undo", async ({
  as,
}) => {
  const page = await as("contractor");
  await ApplicationForm.begin(page);
  const amount = page.getByLabel(label("請負金額"));
  const keyboard = await page.context().newCDPSession(page);
  await amount.focus();
  await keyboard.send("Input.imeSetComposition", { text: "２せん", selectionStart: 3, selectionEnd: 3 });
  await expect(amount).toHaveValue("２せん");
  await keyboard.send("Input.insertText", { text: "２千万" });
  await expect(amount).toHaveValue("２千万");
  await expect(page.getByText("2,000万円", { exact: true })).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(amount).toHaveValue("20,000,000");

  await amount.focus();
  await expect(amount).toHaveValue("20000000");
  await page.keyboard.press("ControlOrMeta+z");
  await expect(amount).toHaveValue("２千万");
  await amount.fill("50000000");
  await page.keyboard.press("Tab");
  await expect(amount).toHaveValue("50,000,000");

  // The caret stays behind the same digit when the separators go.
  await amount.evaluate((input: HTMLInputElement) => {
    input.focus();
    input.setSelectionRange(6, 6);
  });
  await expect(amount).toHaveValue("50000000");
  expect(await amount.evaluate((input: HTMLInputElement) => input.selectionStart)).toBe(5);
  await page.keyboard.type("1");
  await expect(amount).toHaveValue("500001000");
  await page.keyboard.press("Tab");
  await expect(amount).toHaveValue("500,001,000");
  await expect(page.getByText("5億1,000円", { exact: true })).toBeVisible();

  const notice = page.getByLabel(label("公告日"));
  await notice.fill("令和８年４月１０日（金）");
  await notice.blur();
  await expect(notice).toHaveValue("令和8年4月10日(金)");
  await expect(page.getByText("（2026年）").first()).toBeVisible();
  await notice.fill("令和８年１３月");
  await notice.blur();
  await expect(notice).toHaveValue("令和８年１３月");
  // After leaving a field but before the check, unreadable and empty fields are no mistakes yet.
  await page.getByLabel(/^工事名/).fill("");
  await page.getByLabel(/^工事名/).blur();
  await expect(page.locator(".error-text")).toHaveCount(0);
  await expect(new ApplicationForm(page).mistakes).toHaveCount(0);
});

test("a cleared tab is restored completely, and a character that cannot be printed is pointed out while typing", async ({
  as,
}) => {
  const page = await as("contractor");
  const form = await ApplicationForm.begin(page);
  await form.answer("工事名", `葛\u{E0100}飾工事 ${unique()}`);
  await expect(page.getByText("「葛」に付いている異体字の指定（U+E0100）")).toBeVisible();
  await expect(form.mistakes).toHaveCount(0);
  // After the check it is listed among the other mistakes, so that nobody corrects in several rounds.
  await form.check();
  await expect(form.mistakes).toContainText("異体字の指定");
  await expect(form.mistakes).toContainText("請負金額");
  await form.answer("工事名", `葛飾工事 ${unique()}`);
  await expect(page.getByText("異体字の指定")).toHaveCount(0);

  // What only the copy loses is pointed out too, and refuses nothing.
  await form.open("その他");
  await form.answer("お客様から弊社への連絡事項", "至急です\u{1F647}");
  const hint = page.getByText("お客様から弊社への連絡事項の5文字目「\u{1F647}」");
  await expect(hint).toContainText("申込内容の控え（PDF）では「〓」になります");
  await form.check();
  await expect(form.mistakes).toBeVisible();
  await expect(form.mistakes).not.toContainText("〓");
  await expect(hint).toBeVisible();

  const application = leafletCase("");
  await form.open("保証の申込内容");
  await form.fill({ 請負工事の情報: {}, 前払金保証: application.前払金保証 ?? {}, その他: {} });
  await form.open("保証の申込内容");
  const all = async () => {
    const read: string[] = [];
    for (const name of Object.keys(application.前払金保証 ?? {}))
      read.push(await form.read(name, "前払金保証"));
    return read;
  };
  const before = await all();
  await button(page, "保証の申込内容をクリア").click();
  await expect.poll(async () => new Set(await all())).toEqual(new Set(["false", ""]));
  await form.open("請負工事の情報");
  await form.open("保証の申込内容");
  expect(new Set(await all())).toEqual(new Set(["false", ""]));
  await form.fill({ 請負工事の情報: {}, 前払金保証: application.前払金保証 ?? {}, その他: {} });
  await form.open("保証の申込内容");
  await button(page, "保証の申込内容をクリア").click();
  await button(page, "元に戻す").click();
  await expect.poll(all).toEqual(before);
  await form.saved();
});
