import { expect, type Page } from "@playwright/test";
import { textOf } from "./labels.ts";

/** The demo's mailbox: everything that was mailed. */
export class Mailbox {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** How many mails to an address are in the list. */
  async count(address: string): Promise<number> {
    await this.page.goto("/dev/mailbox");
    return this.page.getByRole("row").filter({ hasText: address }).count();
  }

  /** Waits until an address has this many mails, and returns the text of each. */
  async mailsTo(address: string, count: number): Promise<{ subject: string; text: string }[]> {
    await expect.poll(() => this.count(address), { timeout: 20_000 }).toBe(count);
    const rows = this.page.getByRole("row").filter({ hasText: address });
    const hrefs = await rows
      .getByRole("link")
      .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
    const mails = [];
    for (const href of hrefs) {
      await this.page.goto(href);
      const [subject = ""] = await this.page.getByRole("heading", { level: 1 }).allInnerTexts();
      mails.push({ subject, text: await textOf(this.page) });
    }
    return mails;
  }
}
