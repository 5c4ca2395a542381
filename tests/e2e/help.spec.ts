import type { Locator, Page } from "@playwright/test";
import { picturesOf } from "#tests/golden/raster.ts";
import { expect, test } from "#tests/support/e2e-fixtures.ts";
import { ApplicationForm } from "./pages/application-form.ts";
import { answerable, button, heading, link } from "./pages/labels.ts";

test("without JavaScript a newcomer gets from the first page to an answer, by links and by searching", async ({
  stranger,
}) => {
  const page = await stranger({ javaScriptEnabled: false });
  await page.goto("/");
  await link(page, "認証キーの取得方法").click();
  await expect(heading(page, "認証キーの取得方法")).toBeVisible();
  await link(page.getByRole("contentinfo"), "ヘルプ").click();
  await page.getByLabel("調べたい言葉").fill("ﾒｰﾙ　届きません");
  await button(page, "検索する").click();
  const results = page.getByRole("region", { name: "検索の結果" });
  await expect(results).toContainText("メールは送りません。");
  await link(results, "お知らせのメールが届きません").click();
  await expect(page).toHaveURL(/\/help\/get-key#no-mail$/);
  await expect(heading(page, "お知らせのメールが届きません")).toBeInViewport();

  await page.goto("/help?q=%E7%94%B2%E4%B9%99%3Cb%3E");
  await expect(page.getByRole("main")).toContainText("「甲乙<b>」についての説明は見つかりませんでした");
  await expect(link(page.getByRole("main"), "よくある質問")).toBeVisible();
});

test("the help is at the same place of every page, also for who is signed in, and no page of it needs a sign-in", async ({
  as,
  stranger,
  watch,
}) => {
  watch.allow(/status of 404/);
  const wanted = ["ヘルプ", "よくある質問", "ウェブアクセシビリティ"];
  const visitor = await stranger();
  for (const path of ["/", "/login", "/eligibility", "/help/faq", "/accessibility"]) {
    await visitor.goto(path);
    const links = await visitor.getByRole("contentinfo").getByRole("link").allInnerTexts();
    expect(links.slice(0, 3), path).toEqual(wanted);
  }
  await visitor.goto("/");
  await expect(link(visitor.getByRole("banner"), "ヘルプ")).toHaveAttribute("href", "/help");
  const contractor = await as("contractor");
  await contractor.goto("/desk");
  await link(contractor.getByRole("contentinfo"), "よくある質問").click();
  await expect(heading(contractor, "よくある質問")).toBeVisible();
  await expect(link(contractor, "ログイン")).toHaveCount(0);
  const answer = await visitor.goto("/help/nothing-here");
  expect(answer?.status()).toBe(404);
});

test("help and lists print on A4: nothing runs into the margins, no sheet is empty", async ({
  as,
  stranger,
}) => {
  const help = await stranger();
  await help.goto("/help/how-it-works");
  const contractor = await as("contractor");
  await contractor.goto("/desk/contracts");
  const accessibility = await stranger();
  await accessibility.goto("/accessibility");
  for (const page of [help, contractor, accessibility]) {
    const name = new URL(page.url()).pathname;
    const sheets = await picturesOf(await page.pdf({ format: "A4", preferCSSPageSize: true }));
    expect(sheets.length, name).toBeGreaterThan(0);
    for (const [index, { width, height, pixels }] of sheets.entries()) {
      // One pixel to the point: 14 mm are 39 points; a hair's breadth is left for rounding.
      const margin = 38;
      let inside = 0;
      let outside = 0;
      for (let y = 0; y < height; y++)
        for (let x = 0; x < width; x++) {
          const at = (y * width + x) * 4;
          if ((pixels[at] ?? 255) > 200 && (pixels[at + 1] ?? 255) > 200 && (pixels[at + 2] ?? 255) > 200)
            continue;
          if (x < margin || y < margin || x >= width - margin || y >= height - margin) outside += 1;
          else inside += 1;
        }
      expect([outside, inside > 200], `${name}, sheet ${index + 1}: ink in the margins, ink`).toEqual([
        0,
        true,
      ]);
    }
  }
});

test("each field with a question mark on the leaflet says what to type, and leads to the longer answer in a window of its own", async ({
  as,
}) => {
  const page = await as("contractor");
  const form = await ApplicationForm.begin(page);
  const marked = {
    前払金保証: ["保証証書の形式", "今年度対象額", "前払金保証金額", "預託金融機関", "前払金保証料請求先"],
    契約保証: ["保証証書の形式", "契約保証金額", "契約保証料請求先"],
  } as const;
  const explained = async (place: Page | Locator, name: string) => {
    await expect(answerable(place, name)).toHaveAccessibleDescription(/。.*くわしく/s);
    const more = place.getByRole("link", {
      name: new RegExp(`^くわしく.*：${name.replace(/[()]/g, "\\$&")}`),
    });
    await expect(more).toHaveAttribute("href", /^\/help\/faq#[a-z-]+$/);
    await expect(more).toHaveAttribute("target", "_blank");
  };
  await form.open("保証の申込内容");
  for (const group of ["前払金保証", "契約保証"] as const) {
    await form.answer(`${group}を申し込む`, true, group);
    for (const name of marked[group]) await explained(form.group(group), name);
  }
  await form.open("その他");
  for (const name of ["メールアドレス", "担当部署"]) await explained(page, name);
});
