import type { Page } from "@playwright/test";
import { expect, test } from "#tests/support/e2e-fixtures.ts";
import { addressOf, type Login, password } from "#tests/support/e2e-people.ts";
import { unique } from "./pages/cases.ts";
import { button } from "./pages/labels.ts";

const message = "お客様から弊社への連絡事項";
const wrong = "メールアドレスまたはパスワードが正しくありません。";

async function signInHere(page: Page, login: Login): Promise<void> {
  await page.getByLabel("メールアドレス", { exact: true }).fill(addressOf(login));
  await page.getByLabel("パスワード", { exact: true }).fill(password);
  await button(page, "ログイン").click();
}

test("an unknown address, a wrong password and an empty form give one and the same sentence", async ({
  stranger,
}) => {
  const page = await stranger();
  const given: [string, string][] = [
    [`nobody-${unique()}@demo.example`, password],
    [addressOf("admin"), `${password}x`],
    ["", ""],
  ];
  for (const [address, typed] of given) {
    await page.goto("/login");
    await page.getByLabel("メールアドレス", { exact: true }).fill(address);
    await page.getByLabel("パスワード", { exact: true }).fill(typed);
    await button(page, "ログイン").click();
    await expect(page.getByRole("alert").getByText(wrong, { exact: true })).toBeVisible();
    await expect(page.getByLabel("メールアドレス", { exact: true })).toHaveValue(address);
  }
});

test("who is asked to sign in comes to the page that was asked for, and finds what was typed there", async ({
  stranger,
  system,
  world,
}) => {
  const page = await stranger();
  await page.goto("/desk/contracts");
  await expect(page).toHaveURL(/\/login\?/);
  await signInHere(page, "contractor");
  await expect(page).toHaveURL(`${system}/desk/contracts`);

  const application = `/desk/applications/${world.sentId}`;
  await page.goto(application);
  await page.getByLabel(message, { exact: true }).fill("図面は明日お送りします。\n（工事 一郎）");
  const second = await page.context().newPage();
  await second.goto("/desk");
  await button(second, "ログアウト").click();
  await second.waitForURL((url) => !url.pathname.startsWith("/desk"));
  await button(page, "連絡を送信する").click();
  await expect(page.getByText("ログアウトしています。ログインすると、元の画面に戻ります。")).toBeVisible();
  await signInHere(page, "contractor");
  await expect(page).toHaveURL(`${system}${application}`);
  await expect(page.getByLabel(message, { exact: true })).toHaveValue(
    "図面は明日お送りします。\n（工事 一郎）",
  );
  await page.goto("/desk");
  await button(page, "ログアウト").click();
  await page.waitForURL((url) => !url.pathname.startsWith("/desk"));
  await page.goto("/login");
  await expect(page.getByLabel("メールアドレス", { exact: true })).toBeVisible();
  await expect(page.getByText("ログアウトしています。")).toHaveCount(0);
});

test("an address of elsewhere, or of another role, is not gone to after signing in", async ({
  stranger,
  system,
}) => {
  for (const next of ["//evil.example/", "https://evil.example/", "/\\evil.example", "/desk"]) {
    const page = await stranger();
    await page.goto(`/login?next=${encodeURIComponent(next)}`);
    await signInHere(page, "mihon");
    await expect(page, next).toHaveURL(`${system}/verify`);
  }
});
