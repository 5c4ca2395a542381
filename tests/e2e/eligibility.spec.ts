import { expect, test } from "#tests/support/e2e-fixtures.ts";
import { answer } from "./pages/answers.ts";
import { ApplicationForm } from "./pages/application-form.ts";
import { button, heading, link } from "./pages/labels.ts";
import { lookAt } from "./pages/look.ts";

const refused =
  "指名日が令和8年3月31日のため、小田原市長の電子保証の対象外です。証書（紙）をお選びください。";

test("whether 電子保証 may be used is answered before applying, live, with the rule's citation", async ({
  stranger,
}) => {
  const page = await stranger();
  await page.goto("/");
  await link(page, "電子保証を使えるか調べる").click();
  await heading(page, "電子保証を使えるか調べる").waitFor();
  const main = page.getByRole("main");
  await expect(main).toContainText("発注者を選ぶと");
  await answer(page, "発注者", "小田原市長");
  await expect(main).toContainText("要確認");
  await expect(main).toContainText("入札・契約方法を選んでください");
  await answer(page, "入札・契約方法", "随意契約");
  await answer(page, "指名日", "R8.3.31");
  await expect(main).toContainText(refused);
  await expect(main).toContainText("出典：「小田原市で電子保証が始まりました！」");
  await answer(page, "指名日", "令和8年4月1日");
  await expect(main).toContainText("可　小田原市長は電子保証を利用できます");
});

test("inside the form the answer stands at the questions and at the products, and follows every change", async ({
  as,
}) => {
  const page = await as("contractor");
  const form = await ApplicationForm.begin(page);
  const main = page.getByRole("main");
  await expect(main).toContainText("発注者を選ぶと");
  await form.answer("発注者", "小田原市長");
  await expect(main).toContainText("要確認");
  await form.answer("入札・契約方法", "随意契約");
  await form.answer("指名日", "R8.3.31");
  await expect(main).toContainText(refused);
  await expect(main).toContainText("出典：「小田原市で電子保証が始まりました！」");
  await form.open("保証の申込内容");
  await form.answer("前払金保証を申し込む", true, "前払金保証");
  await form.answer("保証証書の形式", "電子保証（認証キーを含む）", "前払金保証");
  await expect(form.group("前払金保証")).toContainText(refused);
  await form.open("請負工事の情報");
  await form.answer("指名日", "R8.4.1");
  await expect(main).not.toContainText(refused);
  await expect(main).toContainText("小田原市長は電子保証を利用できます");
  await form.open("保証の申込内容");
  await expect(form.group("前払金保証")).toContainText("小田原市長は電子保証を利用できます");
});

test("without JavaScript the same questions are answered by their address", async ({ stranger }) => {
  const page = await stranger({ javaScriptEnabled: false });
  await page.goto("/eligibility");
  await answer(page, "発注者", "小田原市長");
  await answer(page, "入札・契約方法", "随意契約");
  await answer(page, "指名日", "2026/3/31");
  await button(page, "調べる").click();
  await expect(page).toHaveURL(/nominatedOn=/);
  await expect(page.getByRole("main")).toContainText(refused);
  await page.goto("/obligees");
  await page.getByLabel("発注者の名前").fill("箱根");
  await button(page, "検索する").click();
  await expect(page.getByRole("main")).toContainText("一覧にありません");
  await page.getByLabel("発注者の名前").fill("ｵﾀﾞﾜﾗ");
  await button(page, "検索する").click();
  await expect(page.getByRole("row").filter({ hasText: "小田原市長" })).toContainText("電子メールで提出");
  await expect(page.getByText("見本市長")).toHaveCount(0);
});

test("a bank and its branch are found by keyboard, marked when usable, and free text stays free", async ({
  as,
  stranger,
}) => {
  const page = await as("contractor");
  const form = await ApplicationForm.begin(page);
  await form.open("保証の申込内容");
  const field = page.getByLabel(/^預託金融機関/);
  await field.focus();
  await field.pressSequentially("yokohama");
  await expect(field).toHaveRole("combobox");
  const list = page.getByRole("listbox", { name: "金融機関の候補" });
  const first = list.getByRole("option").first();
  await expect(first).toContainText("横浜銀行");
  await lookAt(page, "banks suggested");
  await expect(first).toBeVisible();
  await expect(first).toContainText("預託できます");
  await field.press("ArrowDown");
  await expect(first).toHaveAttribute("aria-selected", "true");
  await field.press("Enter");
  await expect(field).toHaveValue("横浜銀行 ");
  await field.pressSequentially("おだわら");
  await expect(first).toContainText("横浜銀行 小田原支店");
  await field.press("ArrowDown");
  await field.press("Enter");
  await expect(field).toHaveValue("横浜銀行 小田原支店");
  await expect(list).toBeHidden();
  await expect(page.getByText("横浜銀行は、前払金を預託できる金融機関です。")).toBeVisible();

  await field.fill("0138-721");
  await field.blur();
  await expect(field).toHaveValue("横浜銀行 小田原支店");
  await field.fill("横浜銀行");
  await field.blur();
  await expect(page.getByText("支店名も入力してください。")).toBeVisible();

  await field.fill("〇〇銀行 ××支店");
  await expect(
    page.getByText("この名前の金融機関は、前払金を預託できる金融機関の一覧にありません。"),
  ).toBeVisible();
  await expect(page.getByText("横浜銀行は")).toHaveCount(0);
  await expect(field).toHaveValue("〇〇銀行 ××支店");
  const asked = async (by: typeof page) => {
    const answer = await by.request.get("/api/banks?q=0138");
    return [answer.status(), (await answer.json()).code];
  };
  expect(await asked(await stranger())).toEqual([401, "signed_out"]);
  expect(await asked(await as("odawara"))).toEqual([404, "not_found"]);
});
