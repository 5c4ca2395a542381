import { expect, type Locator, type Page } from "@playwright/test";
import { button, link } from "./labels.ts";

/** The branch's page of one application. */
export class BranchCase {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Finds a 受付番号 in the queue and opens it. */
  static async open(page: Page, receiptNumber: string): Promise<BranchCase> {
    await page.goto("/branch");
    await page.getByLabel("受付番号", { exact: true }).fill(receiptNumber);
    await button(page, "検索する").click();
    await link(page, receiptNumber).click();
    return BranchCase.shown(page);
  }

  /** Opens a case by its address. */
  static async at(page: Page, { id }: { id: string }): Promise<BranchCase> {
    await page.goto(`/branch/applications/${id}`);
    return BranchCase.shown(page);
  }

  private static async shown(page: Page): Promise<BranchCase> {
    const branchCase = new BranchCase(page);
    await expect(branchCase.status).toBeVisible();
    return branchCase;
  }

  /** The 手続状況 beside the title. */
  get status(): Locator {
    return this.page.locator(".title .chip");
  }

  /** 「審査を開始」 */
  async begin(): Promise<void> {
    await button(this.page, "審査を開始").click();
    await expect(this.status).toHaveText("審査中");
  }

  /** Presses a button that asks for confirmation, and the button of the same name in the dialog. */
  async decide(name: "承認" | "発行" | "差戻す" | "謝絶"): Promise<void> {
    await button(this.page, name).click();
    await button(this.page.getByRole("dialog"), name).click();
  }

  /** 「承認」 */
  async approve(): Promise<void> {
    await this.decide("承認");
    await expect(this.status).toHaveText("承認済");
  }

  /** 「発行」, and waits until the worker has done it, without touching the page. */
  async issue(options: { premiumReceived?: boolean } = {}): Promise<void> {
    if (options.premiumReceived) await this.page.getByLabel("保証料の受領を確認しました").check();
    await this.decide("発行");
    await expect(this.status).toHaveText("発行済", { timeout: 30_000 });
  }

  /** 「差戻す」 with its reason. */
  async sendBack(reason: string): Promise<void> {
    await this.page.getByLabel(/^差戻しの理由/).fill(reason);
    await this.decide("差戻す");
    await expect(this.status).toHaveText("差戻し");
  }

  /** 「謝絶」 with its reason. */
  async decline(reason: string): Promise<void> {
    await this.page.getByLabel(/^謝絶の理由/).fill(reason);
    await this.decide("謝絶");
    await expect(this.status).toHaveText("謝絶");
  }
}
