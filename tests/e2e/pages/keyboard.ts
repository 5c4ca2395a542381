import { expect, type Locator, type Page } from "@playwright/test";

/** Uses a page by keyboard alone, and checks at every stop that the focus is visible. */
export class Keyboard {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** A window in which any use of a pointer is a console error, which fails the journey. */
  static async only(page: Page): Promise<Keyboard> {
    await page.addInitScript(() => {
      addEventListener("pointerdown", () => console.error("a pointer was used"), true);
    });
    return new Keyboard(page);
  }

  /** Tabs to a control, forwards, once around the page at most. */
  async to(target: Locator): Promise<void> {
    await expect(target).toBeVisible();
    for (let stops = 0; stops < 150; stops++) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await this.page.keyboard.press("Tab");
      await this.seesFocus();
    }
    throw new Error(`${target} cannot be reached by Tab`);
  }

  /** What has the focus is in view, uncovered, and marked by an outline or a ring. */
  private async seesFocus(): Promise<void> {
    const hidden = () =>
      this.page.evaluate(() => {
        const focused = document.activeElement;
        if (!focused || focused === document.body) return "";
        const name = `${focused.tagName} ${focused.id || focused.textContent?.trim().slice(0, 30)}`;
        const style = getComputedStyle(focused);
        const outlined = style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) >= 2;
        if (!outlined && style.boxShadow === "none") return `no mark: ${name}`;
        const box = focused.getBoundingClientRect();
        if (box.bottom <= 0 || box.top >= innerHeight) return `out of view: ${name}`;
        const at = document.elementFromPoint(
          box.left + box.width / 2,
          box.top + Math.min(box.height / 2, 20),
        );
        const seen =
          at && (focused.contains(at) || at.contains(focused) || at.closest("label")?.contains(focused));
        return seen ? "" : `covered: ${name}`;
      });
    // A banner that appears above moves the page for a moment, until the browser has scrolled.
    await expect.poll(hidden, { message: "focus", timeout: 2_000, intervals: [50, 100, 200] }).toBe("");
  }

  async press(target: Locator): Promise<void> {
    await this.to(target);
    await this.page.keyboard.press("Enter");
  }

  async type(target: Locator, text: string): Promise<void> {
    await this.to(target);
    await this.page.keyboard.type(text);
  }

  async tick(target: Locator): Promise<void> {
    await this.to(target);
    await this.page.keyboard.press("Space");
    await expect(target).toBeChecked();
  }

  /** Picks a choice of a group by its words. Tab stops at the first radio of a group without a choice. */
  async pick(group: Locator, words: string): Promise<void> {
    const radios = group.getByRole("radio");
    await this.to(radios.first());
    await this.page.keyboard.press("Space");
    const wanted = group.getByRole("radio", { name: words, exact: true });
    for (let steps = await radios.count(); steps > 0; steps--) {
      if (await wanted.isChecked()) return;
      await this.page.keyboard.press("ArrowDown");
    }
    await expect(wanted).toBeChecked();
  }

  /** Picks an option of a list by its words. */
  async select(list: Locator, words: string): Promise<void> {
    await this.to(list);
    const shown = () =>
      list.evaluate((element) => (element as HTMLSelectElement).selectedOptions[0]?.textContent ?? "");
    for (let steps = 0; steps < 20; steps++) {
      if ((await shown()) === words) return;
      await this.page.keyboard.press("ArrowDown");
    }
    throw new Error(`no option ${words}`);
  }
}
