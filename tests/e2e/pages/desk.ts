import { expect, type Locator, type Page } from "@playwright/test";
import type { NumberAndKey } from "#tests/support/e2e-records.ts";
import type { Watch } from "#tests/support/e2e-watch.ts";
import type { Group } from "./application-form.ts";
import { heading, link, textOf } from "./labels.ts";

/** The contractor's pages after issue. */
export class Desk {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** 保証契約一覧 from 全体トップ, or its tab 「電子保証（認証キー）」. */
  async openGuarantees(options: { keys?: boolean } = {}): Promise<void> {
    await this.page.goto("/desk");
    await link(this.page, "保証契約一覧").click();
    await expect(this.page.getByRole("heading", { level: 1, name: "保証契約一覧" })).toBeVisible();
    if (options.keys) {
      const tab = link(this.page, "電子保証（認証キー）");
      await tab.click();
      await expect(tab).toHaveAttribute("aria-current", "page");
    }
  }

  /** The row of a guarantee. */
  row(workName: string, product: Group): Locator {
    return this.page.getByRole("row").filter({ hasText: workName }).filter({ hasText: product });
  }

  /** Opens 「詳細」 of a guarantee through the list. */
  async openGuarantee(workName: string, product: Group): Promise<void> {
    await this.openGuarantees();
    await link(this.row(workName, product), "詳細").click();
    await expect(this.page.getByRole("heading", { level: 1 })).toContainText(workName);
  }

  /** Opens 「詳細」 of an electronic guarantee through the tab of the keys, and reads number and key. */
  async openKey(workName: string, product: Group, watch: Watch): Promise<NumberAndKey> {
    await this.openGuarantees({ keys: true });
    await link(this.row(workName, product), "詳細").click();
    return this.readKey(watch);
  }

  /** Reads number and key of the electronic guarantee that is open. */
  async readKey(watch: Watch): Promise<NumberAndKey> {
    await expect(heading(this.page, "電子保証概要")).toBeVisible();
    const text = await textOf(this.page, "region", "認証キー");
    const number = /\b\d{5}-\d{5}[A-Z]\b/.exec(text)?.[0] ?? "";
    const key = /(?<![A-Za-z0-9@.])[A-Za-z0-9]{12}(?![A-Za-z0-9@.])/.exec(text)?.[0] ?? "";
    expect(number, "保証契約番号").toMatch(/^\d{5}-\d{5}[A-Z]$/);
    expect(key, "認証キー").toMatch(/^[A-Za-z0-9]{12}$/);
    watch.keepSecret(key);
    return { number, key };
  }
}
