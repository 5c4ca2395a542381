import type { Page } from "@playwright/test";
import { inCheckout } from "#lib/cli/paths.ts";
import { expect, test } from "#tests/support/e2e-fixtures.ts";
import { ApplicationForm } from "./pages/application-form.ts";
import { smallCase, unique } from "./pages/cases.ts";
import { answerable } from "./pages/labels.ts";
import { violationsOf } from "./pages/look.ts";

const broken = (page: Page) => page.getByRole("alert").filter({ hasText: "通信が途切れました" });

test("on a slow line that breaks again and again, nothing typed is lost and one application is sent", async ({
  as,
  watch,
}) => {
  watch.allow(/ERR_INTERNET_DISCONNECTED|ERR_CONNECTION_RESET/);
  const page = await as("contractor");
  const line = await page.context().newCDPSession(page);
  const slow = { latency: 300, downloadThroughput: 200_000, uploadThroughput: 50_000 };
  const offline = (yes: boolean) => line.send("Network.emulateNetworkConditions", { offline: yes, ...slow });
  await line.send("Network.enable");
  await offline(false);
  const workName = `途切れる回線工事 ${unique()}`;
  const form = await ApplicationForm.begin(page);
  // What is loaded only when somebody enters a field must not take down the form.
  await form.open("保証の申込内容");
  await offline(true);
  await form.answer("預託金融機関", "〇〇銀行 ××支店", "前払金保証");
  await expect(form.group("契約保証")).toBeVisible();
  expect(await form.read("預託金融機関", "前払金保証")).toBe("〇〇銀行 ××支店");
  await offline(false);
  await form.fill(smallCase(workName));
  await form.open("請負工事の情報");
  await form.saved();

  await offline(true);
  await form.answer("工事場所", "神奈川県小田原市荻窪");
  await form.check();
  await expect(broken(page)).toBeVisible();
  expect(await form.read("工事名")).toBe(workName);
  expect(await form.read("工事場所")).toBe("神奈川県小田原市荻窪");
  const bar = page.getByRole("status").filter({ hasText: "保存できませんでした。" });
  for (const [width, height] of [
    [375, 800],
    [1280, 720],
  ] as const) {
    await page.setViewportSize({ width, height });
    await answerable(page, "工事名").focus();
    for (let at = 0; at < 12; at += 1) {
      await expect(bar).toBeInViewport({ ratio: 1 });
      const covered = await bar.evaluate(
        (request) =>
          (document.activeElement?.getBoundingClientRect().bottom ?? 0) > request.getBoundingClientRect().top,
      );
      expect(covered, `control ${at} at ${width} px`).toBe(false);
      await page.keyboard.press("Tab");
    }
    expect(await violationsOf(page)).toEqual([]);
    if (process.env.SCREENSHOTS)
      await page.screenshot({ path: inCheckout(`test-results/screenshots/unsaved ${width}.png`) });
  }
  await offline(false);
  await form.saved();
  await form.check();
  await expect(page.getByRole("main")).toContainText("神奈川県小田原市荻窪");

  await offline(true);
  await form.send.click();
  await expect(broken(page)).toBeVisible();
  await offline(false);
  // The request arrives, but its answer does not.
  await page.route("**/confirm", async (route) => {
    if (route.request().method() !== "POST") return route.fallback();
    await route.fetch();
    await route.abort("connectionreset");
  });
  await form.send.click();
  await expect(form.send).toBeEnabled();
  await expect(broken(page)).toBeVisible();
  await page.unroute("**/confirm");
  await form.send.click();
  const receiptNumber = await form.receiptNumber();
  await page.goto("/desk/applications");
  const rows = page.getByRole("row").filter({ hasText: workName });
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText(receiptNumber);
});

test("the choices of mails stay as they were made when the line breaks", async ({ as, watch }) => {
  watch.allow(/ERR_CONNECTION_RESET|Failed to fetch/);
  const page = await as("contractor2");
  await page.goto("/desk/notices/settings");
  const box = page.getByLabel("申込の受付", { exact: true });
  const before = await box.isChecked();
  const save = page.getByRole("button", { name: "設定を保存する", exact: true });
  const postings = "**/desk/notices/settings";
  await page.route(postings, (route) =>
    route.request().method() === "POST" ? route.abort("connectionreset") : route.fallback(),
  );
  await box.setChecked(!before);
  await save.click();
  await expect(broken(page)).toBeVisible();
  expect(await box.isChecked(), "as it was chosen").toBe(!before);
  await page.unroute(postings);

  await page.reload();
  expect(await box.isChecked(), "nothing was saved").toBe(before);
});
