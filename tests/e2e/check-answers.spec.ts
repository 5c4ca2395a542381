import type { Page } from "@playwright/test";
import { expect, test } from "#tests/support/e2e-fixtures.ts";
import { quietCase } from "#tests/support/e2e-records.ts";
import { ApplicationForm } from "./pages/application-form.ts";
import { unique } from "./pages/cases.ts";
import { beside, changes, elsewhere, gone } from "./pages/changes.ts";

/** 「変更」, and to hear: of which answer. */
const changeLink = (page: Page, about: string) =>
  page.getByRole("link", { name: new RegExp(`^変更\\s*：\\s*${about.replace(/[()]/g, "\\$&")}$`) });

test("every answer is changed from the confirm page, where it stands, and comes back changed", async ({
  as,
  records,
}) => {
  test.slow();
  const page = await as("contractor");
  const draftId = await records.drafted({
    ...quietCase,
    workName: `変更確認工事 ${unique()}`,
    notice: "yes",
    noticeEmail: "a@marumaru.example",
  });
  const form = await ApplicationForm.toConfirm(page, draftId);
  const changed: string[] = [];
  for (const { label, group, value, shown = String(value), then } of changes) {
    // 「変更：前払金保証の保証証書の形式」 where the label alone would not say of which product.
    const about = group && !label.startsWith(group.replace(/保証$/, "")) ? `${group}の${label}` : label;
    await changeLink(page, about).click();
    await expect(page.getByRole("button", { name: "申込内容を確認する", exact: true })).toBeVisible();
    const focused = await page.evaluate(() => {
      const { activeElement } = document;
      const field = activeElement?.closest("fieldset, .field");
      const own = activeElement instanceof HTMLInputElement ? activeElement.labels?.[0]?.textContent : "";
      return `${field?.querySelector("legend, label")?.textContent} ${own} ${document.title}`;
    });
    expect.soft(focused, `the focus after 「変更：${about}」`).toContain(label);
    changed.push(about);
    await form.answer(label, value, group);
    if (then) {
      await form.check();
      await expect(form.mistakes).toContainText(Object.keys(then));
      for (const [name, text] of Object.entries(then)) await form.answer(name, text);
    }
    await form.check();
    await expect(form.send).toBeVisible();
    const row = page
      .getByRole("main")
      .locator("dl > div")
      .filter({ has: changeLink(page, about) });
    await expect.soft(row, about).toContainText(shown);
  }
  const links = await page.getByRole("main").getByRole("link", { name: /^変更/ }).allInnerTexts();
  const offered = links.map((words) => words.replace(/^変更\s*：\s*/, ""));
  expect(new Set(offered), "every answer that can be changed was").toEqual(
    new Set([...changed, ...beside, ...elsewhere].filter((about) => !gone.includes(about))),
  );
  await form.send.click();
  expect(await form.receiptNumber()).toMatch(/^\d{8}-\d{6}$/);
});
