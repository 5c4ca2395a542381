import type { Page } from "@playwright/test";
import { expect, test } from "#tests/support/e2e-fixtures.ts";
import { addressOf, type Login, password } from "#tests/support/e2e-people.ts";
import { unique } from "./pages/cases.ts";
import { button } from "./pages/labels.ts";

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

test("who is asked to sign in comes to the page that was asked for", async ({ stranger, system }) => {
  const page = await stranger();
  await page.goto("/desk/contracts");
  await expect(page).toHaveURL(/\/login\?/);
  await signInHere(page, "contractor");
  await expect(page).toHaveURL(`${system}/desk/contracts`);
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
