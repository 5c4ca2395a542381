import { expect, type Locator, type Page } from "@playwright/test";
import type { NumberAndKey } from "#tests/support/e2e-records.ts";
import { button, heading } from "./labels.ts";

/** 保証確認サービス, the official's page. */
export class Verify {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  static async open(page: Page): Promise<Verify> {
    await page.goto("/verify");
    await expect(page.getByRole("heading", { level: 1, name: "保証確認サービス" })).toBeVisible();
    return new Verify(page);
  }

  /** 「照会する」 with the text of the key notice, or with anything else. */
  async lookUp({ number, key }: NumberAndKey): Promise<void> {
    await this.page.getByLabel("保証契約番号", { exact: true }).fill(number);
    await this.page.getByLabel("認証キー", { exact: true }).fill(key);
    const answered = this.page.waitForResponse((response) => response.request().method() === "POST");
    await button(this.page, "照会する").click();
    await answered;
  }

  /** The lookup succeeded: the certificate's overview shows these works. */
  async showsCertificateOf(workName: string): Promise<void> {
    await expect(heading(this.page, "電子保証概要")).toBeVisible();
    await expect(this.page.getByRole("main")).toContainText(workName);
  }

  /** The one sentence of every failure. */
  get failure(): Locator {
    return this.page.getByRole("alert").getByText(/^保証契約番号または認証キーが正しくありません。$/);
  }

  /** The sentence that asks to wait. */
  get wait(): Locator {
    return this.page
      .getByRole("alert")
      .getByText(/^しばらく待ってから、もう一度お試しください（あと\d+秒）。$/);
  }
}
