import { expect, type Locator, type Page } from "@playwright/test";
import { type Answers, answer, answerAll, answerIn } from "./answers.ts";
import { button, heading, link, textOf } from "./labels.ts";

const tabs = ["請負工事の情報", "保証の申込内容", "その他"] as const;
export type Tab = (typeof tabs)[number];
const addresses = { 請負工事の情報: "works", 保証の申込内容: "products", その他: "others" } as const;
export const groups = ["前払金保証", "契約保証", "中間前払金保証"] as const;
export type Group = (typeof groups)[number];

/** An application as the contractor fills it in: the answers of each tab by label, those of a product in its group. */
export type Application = {
  請負工事の情報: Answers;
  前払金保証?: Answers;
  契約保証?: Answers;
  中間前払金保証?: Answers;
  その他: Answers;
};

/** 保証申込, from the list to 送信完了. */
export class ApplicationForm {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Goes from 全体トップ to a new draft. */
  static async begin(page: Page): Promise<ApplicationForm> {
    await page.goto("/desk");
    await link(page, "保証申込").click();
    await button(page, "申込の作成（新規）").click();
    await expect(link(page, "保証の申込内容")).toBeVisible();
    return new ApplicationForm(page);
  }

  /** Opens a tab of a draft by its address. */
  static async at(page: Page, draftId: string, tab: Tab = "請負工事の情報"): Promise<ApplicationForm> {
    await page.goto(`/desk/applications/${draftId}/edit/${addresses[tab]}`);
    await expect(link(page, tab)).toHaveAttribute("aria-current", "page");
    return new ApplicationForm(page);
  }

  /** Opens 申込内容の確認 of a draft by its address. */
  static async toConfirm(page: Page, draftId: string): Promise<ApplicationForm> {
    await page.goto(`/desk/applications/${draftId}/confirm`);
    const form = new ApplicationForm(page);
    await expect(form.send).toBeVisible();
    return form;
  }

  /** From 全体トップ to 送信完了; returns the 受付番号. */
  static async apply(page: Page, application: Application): Promise<string> {
    const form = await ApplicationForm.begin(page);
    await form.fill(application);
    return form.checkAndSend();
  }

  /** Opens a tab by its link and waits until it is there. */
  async open(tab: Tab): Promise<void> {
    const target = link(this.page, tab);
    if ((await target.getAttribute("aria-current")) === "page") return;
    await target.click();
    await expect(target).toHaveAttribute("aria-current", "page");
  }

  /** The block of one product. */
  group(name: Group): Locator {
    return this.page.getByRole("group", { name, exact: true });
  }

  async answer(name: string, value: string | true, group?: Group): Promise<void> {
    await answer(group ? this.group(group) : this.page, name, value);
  }

  async read(name: string, group?: Group): Promise<string> {
    return answerIn(group ? this.group(group) : this.page, name);
  }

  /** Fills in all three tabs. */
  async fill(application: Application): Promise<void> {
    await this.open("請負工事の情報");
    await answerAll(this.page, application.請負工事の情報);
    await this.open("保証の申込内容");
    for (const group of groups) {
      const answers = application[group];
      if (answers) await answerAll(this.group(group), answers);
    }
    await this.open("その他");
    await answerAll(this.page, application.その他);
  }

  /** 「申込内容を確認する」; the journey says where it leads. */
  async check(): Promise<void> {
    await button(this.page, "申込内容を確認する").click();
  }

  /** The button of the confirm page. */
  get send(): Locator {
    return button(this.page, "申込を送信する");
  }

  /** 「申込内容を確認する」 without mistakes, then 「申込を送信する」; returns the 受付番号. */
  async checkAndSend(): Promise<string> {
    await this.check();
    await this.send.click();
    return this.receiptNumber();
  }

  /** The 受付番号 on the page 「送信完了」. */
  async receiptNumber(): Promise<string> {
    await expect(heading(this.page, "送信完了")).toBeVisible();
    return /受付番号\s*(\d{8}-\d{6})(?!\d)/.exec(await textOf(this.page))?.[1] ?? "";
  }

  /** The list of mistakes above the form. */
  get mistakes(): Locator {
    return this.page.getByRole("region", { name: /^入力内容に誤りが\d+件あります$/ });
  }

  /** Waits until the portal reports that the typed text is saved. */
  async saved(): Promise<void> {
    await expect(
      this.page.getByText(/保存しました\s*(\d{4}\/\d{2}\/\d{2} )?\d{1,2}:\d{2}/).first(),
    ).toBeVisible();
  }
}
