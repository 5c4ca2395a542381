import type { CDPSession, Locator, Page } from "@playwright/test";
import { expect, test } from "#tests/support/e2e-fixtures.ts";
import { ApplicationForm } from "./pages/application-form.ts";
import { label } from "./pages/labels.ts";
import { Verify } from "./pages/verify.ts";

/** How many postings the page has sent. */
function countPosts(page: Page, address: RegExp): () => number {
  let posts = 0;
  page.on("request", (request) => {
    if (request.method() === "POST" && address.test(request.url())) posts += 1;
  });
  return () => posts;
}

async function enter(keyboard: CDPSession, keyCode: 13 | 229): Promise<void> {
  const key = { key: "Enter", code: "Enter", windowsVirtualKeyCode: keyCode };
  await keyboard.send("Input.dispatchKeyEvent", { type: "keyDown", ...key, text: "\r" });
  await keyboard.send("Input.dispatchKeyEvent", { type: "keyUp", ...key });
}

/** Types with an input method and ends the conversion with Enter, in the order of Chrome and in that of Safari. */
async function convert(page: Page, field: Locator): Promise<void> {
  const keyboard = await page.context().newCDPSession(page);
  await field.focus();
  await keyboard.send("Input.imeSetComposition", { text: "どうろ", selectionStart: 3, selectionEnd: 3 });
  await enter(keyboard, 13);
  await keyboard.send("Input.insertText", { text: "道路" });
  await expect(field).toHaveValue("道路");
  await enter(keyboard, 229);
}

test("the Enter that ends a conversion sends no lookup; a plain Enter does", async ({ as }) => {
  const page = await as("odawara");
  const verify = await Verify.open(page);
  const posts = countPosts(page, /\/verify$/);
  const field = page.getByLabel("保証契約番号", { exact: true });
  await convert(page, field);
  await page.keyboard.type("9");
  await expect(field).toHaveValue("道路9");
  expect(posts()).toBe(0);
  await page.keyboard.press("Enter");
  await expect(verify.failure).toBeVisible();
  expect(posts()).toBe(1);
});

test("the Enter that ends a conversion leaves the application where it is; a plain Enter checks it", async ({
  as,
}) => {
  const page = await as("contractor");
  const form = await ApplicationForm.begin(page);
  const posts = countPosts(page, /\/desk\/applications\//);
  const field = page.getByLabel(label("工事名"));
  await convert(page, field);
  await page.keyboard.type("9");
  await expect(field).toHaveValue("道路9");
  expect(posts()).toBe(0);
  await expect(form.mistakes).toHaveCount(0);
  await page.keyboard.press("Enter");
  await expect(form.mistakes).toBeFocused();
  expect(await form.read("工事名")).toBe("道路9");
});
