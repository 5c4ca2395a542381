import { type BrowserContextOptions, type Page, request } from "@playwright/test";
import { PlainBrowser } from "#tests/support/e2e-plain.ts";

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

/** A browser without JavaScript for each login of a system, signed in once; `close` ends them all. */
export function plainBrowsers(system: string) {
  const opened = new Map<Login, Promise<PlainBrowser>>();
  const open = async (login: Login) => {
    const browser = new PlainBrowser(await request.newContext({ baseURL: system }), system);
    const form = await browser.open("/login");
    const { path } = await browser.press(form, "ログイン", { email: addressOf(login), password });
    if (path !== topOf[login]) throw new Error(`${login} was led to ${path} by signing in`);
    return browser;
  };
  return {
    of(login: Login): Promise<PlainBrowser> {
      const browser = opened.get(login) ?? open(login);
      opened.set(login, browser);
      return browser;
    },
    async close(): Promise<void> {
      for (const browser of opened.values()) await (await browser).http.dispose();
    },
  };
}
