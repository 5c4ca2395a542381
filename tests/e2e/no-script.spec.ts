import { expect, test } from "#tests/support/e2e-fixtures.ts";
import { addressOf, password } from "#tests/support/e2e-people.ts";
import { unique } from "./pages/cases.ts";
import { button, label } from "./pages/labels.ts";
import { Verify } from "./pages/verify.ts";

const wrong = "メールアドレスまたはパスワードが正しくありません。";
const withoutScript = { javaScriptEnabled: false };

test("without JavaScript a person signs in, and a wrong password keeps the address", async ({ stranger }) => {
  const page = await stranger(withoutScript);
  await page.goto("/login");
  await page.getByLabel("メールアドレス", { exact: true }).fill(addressOf("mihon"));
  await page.getByLabel("パスワード", { exact: true }).fill("not-the-password");
  await button(page, "ログイン").click();
  await expect(page.getByText(wrong, { exact: true })).toBeVisible();
  await expect(page.getByLabel("メールアドレス", { exact: true })).toHaveValue(addressOf("mihon"));
  await expect(page.getByLabel("パスワード", { exact: true })).toHaveValue("");

  await page.getByLabel("パスワード", { exact: true }).fill(password);
  await button(page, "ログイン").click();
  await expect(page.getByRole("heading", { level: 1, name: "保証確認サービス" })).toBeVisible();
  await button(page, "ログアウト").click();
  await expect(button(page, "ログイン")).toBeVisible();
  await page.goto("/verify");
  await expect(page).toHaveURL(/\/login/);
});

test("without JavaScript an official verifies a guarantee and takes its PDF", async ({ as, records }) => {
  const workName = `スクリプトなし工事 ${unique()}`;
  await records.issued(workName);
  const given = await records.keyOf(workName, "前払金保証");

  const page = await as("odawara", withoutScript);
  const verify = await Verify.open(page);
  await verify.lookUp({ ...given, key: "Z28YUE3J3Bux" });
  await expect(page.getByText("保証契約番号または認証キーが正しくありません。")).toBeVisible();
  await expect(page.getByLabel("保証契約番号", { exact: true })).toHaveValue(given.number);
  await verify.lookUp(given);
  await verify.showsCertificateOf(workName);
  const href = await page.getByRole("main").getByRole("link", { name: /PDF/ }).getAttribute("href");
  const pdf = await page.request.get(href ?? "");
  expect(pdf.headers()["content-type"]).toBe("application/pdf");
  expect((await pdf.body()).subarray(0, 5).toString()).toBe("%PDF-");
});

test("the application's mistakes are shown without JavaScript, in title and summary, and what was typed stays", async ({
  as,
}) => {
  const page = await as("contractor", withoutScript);
  await page.goto("/desk/applications");
  await button(page, "申込の作成（新規）").click();
  const workName = `スクリプトなし工事 ${unique()}`;
  await page.getByLabel(label("工事名")).fill(workName);
  await page.getByLabel(label("請負金額")).fill("ごせんまん");
  await button(page, "申込内容を確認する").click();
  await expect(page).toHaveTitle(/^エラー：/);
  const summary = page.getByRole("region", { name: /^入力内容に誤りが\d+件あります$/ });
  await summary.getByRole("link", { name: /^請負金額/ }).click();
  await expect(page).toHaveURL(/#contractYen$/);
  await expect(page.getByLabel(label("請負金額"))).toHaveValue("ごせんまん");
  await expect(page.getByLabel(label("工事名"))).toHaveValue(workName);
});
