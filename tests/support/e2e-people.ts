import type { Browser, BrowserContextOptions, Page } from "@playwright/test";

/** The demo's logins; all share one password (README). */
export const logins = [
  "contractor",
  "contractor2",
  "branch",
  "approver",
  "branch2",
  "approver2",
  "odawara",
  "mihon",
  "admin",
] as const;
export type Login = (typeof logins)[number];

export const password = "odawara-netdesk-2026";
export const addressOf = (login: Login) => `${login}@demo.example`;

/** The top page on which each login lands. */
const topOf: Record<Login, string> = {
  contractor: "/desk",
  contractor2: "/desk",
  branch: "/branch",
  approver: "/branch",
  branch2: "/branch",
  approver2: "/branch",
  odawara: "/verify",
  mihon: "/verify",
  admin: "/admin",
};

export type Session = Exclude<NonNullable<BrowserContextOptions["storageState"]>, string>;

/** Signs in with the form, as a person does, and lands on the role's top page. */
export async function signInAt(page: Page, login: Login): Promise<void> {
  await page.goto("/login");
  await page.getByLabel("メールアドレス", { exact: true }).fill(addressOf(login));
  await page.getByLabel("パスワード", { exact: true }).fill(password);
  await page.getByRole("button", { name: "ログイン", exact: true }).click();
  await page.waitForURL((url) => url.pathname === topOf[login]);
}

/** Signs in and returns the cookies. */
export async function signIn(browser: Browser, baseURL: string, login: Login): Promise<Session> {
  const context = await browser.newContext({ baseURL, locale: "ja-JP" });
  await signInAt(await context.newPage(), login);
  const session = await context.storageState();
  await context.close();
  return session;
}
