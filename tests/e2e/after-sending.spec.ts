import { formatWithYear } from "#lib/core/calendar.ts";
import { isReceiving, receptionDay } from "#lib/features/branches/rules.ts";
import { expect, test } from "#tests/support/e2e-fixtures.ts";
import { BranchCase } from "./pages/branch-case.ts";
import { unique } from "./pages/cases.ts";
import { button, heading, link, textOf } from "./pages/labels.ts";

test("a question and its answer are marked unread on both sides until they are read, and each goes once", async ({
  as,
  records,
  watch,
}) => {
  const page = await as("contractor");
  const staff = await as("branch");
  watch.allow(/ERR_CONNECTION_RESET|Failed to fetch/);
  const workName = `連絡工事 ${unique()}`;
  const { id, receiptNumber } = await records.sent(workName);
  await page.goto(`/desk/applications/${id}/sent`);
  await link(page, "申込の状況を見る").click();
  await expect(heading(page, "支店との連絡")).toBeVisible();
  const question = page.getByLabel("お客様から弊社への連絡事項", { exact: true });

  await button(page, "連絡を送信する").click();
  const mistakes = page.getByRole("region", { name: "入力内容に誤りが1件あります" });
  await expect(mistakes).toBeFocused();
  await expect(page).toHaveTitle(/^エラー：/);
  await mistakes.getByRole("link", { name: "お客様から弊社への連絡事項を入力してください。" }).click();
  await expect(question).toBeFocused();
  await expect(question).toHaveAccessibleDescription(/^お客様から弊社への連絡事項を入力してください。/);
  await page.route("**/desk/applications/**", (route) =>
    route.request().method() === "POST" ? route.abort("connectionreset") : route.fallback(),
  );
  await question.fill(`契約書の写しは明日お送りします。${workName}`);
  await button(page, "連絡を送信する").click();
  await expect(page.getByRole("alert").filter({ hasText: "通信が途切れました" })).toBeVisible();
  await expect(question).toHaveValue(`契約書の写しは明日お送りします。${workName}`);
  await page.unroute("**/desk/applications/**");
  await button(page, "連絡を送信する").dblclick();
  await expect(page.getByText("支店へ連絡を送信しました。")).toBeVisible();
  await expect(question).toHaveValue("");
  await expect(page.locator(".message").filter({ hasText: "契約書の写し" })).toHaveCount(1);

  await staff.goto("/branch");
  await expect(staff.getByRole("link", { name: `${workName}の連絡を読む` })).toBeVisible();
  await expect(staff.getByRole("row").filter({ hasText: receiptNumber })).toContainText("未読の連絡");
  await BranchCase.open(staff, receiptNumber);
  const asked = staff.locator(".message").filter({ hasText: "契約書の写し" });
  await expect(asked).toContainText("未読");
  await button(staff, "お知らせを送信する").click();
  await expect(staff.getByRole("region", { name: "入力内容に誤りが1件あります" })).toBeFocused();
  await expect(staff).toHaveTitle(/^エラー：/);
  await staff.getByLabel("弊社からお客様へのお知らせ", { exact: true }).fill("届きましたら審査を始めます。");
  await button(staff, "お知らせを送信する").click();
  await expect(staff.getByText("お客様へお知らせを送信しました。")).toBeVisible();
  await staff.goto("/branch");
  await expect(staff.getByRole("row").filter({ hasText: receiptNumber })).not.toContainText("未読の連絡");

  await page.goto("/desk");
  await expect(page.getByRole("listitem").filter({ hasText: workName }).first()).toContainText("未読の連絡");
  await page.goto("/desk/applications");
  const row = page.getByRole("row").filter({ hasText: workName });
  await expect(row).toContainText("未読の連絡");
  await row.getByRole("link", { name: "状況を見る" }).click();
  await expect(page.locator(".message").filter({ hasText: "届きましたら" })).toContainText("未読");
  await expect(page.locator(".message").filter({ hasText: "契約書の写し" })).toContainText("既読");
  await page.reload();
  await expect(question).toHaveValue("");
  await expect(page.locator(".message").filter({ hasText: "届きましたら" })).not.toContainText("未読");
  await page.goto("/desk/notices");
  await expect(page.getByRole("listitem").filter({ hasText: workName }).first()).toContainText(
    "神奈川支店からお知らせがあります",
  );
});

test("an application is withdrawn before the branch begins, its copy is kept, and whoever is too late reads why", async ({
  as,
  records,
}) => {
  const page = await as("contractor");
  const staff = await as("branch");
  const sent = await records.sent(`取下げ工事 ${unique()}`);
  const { receiptNumber } = sent;
  const sentUrl = `/desk/applications/${sent.id}/sent`;
  await page.goto(sentUrl);
  const [copy] = await Promise.all([
    page.waitForEvent("download"),
    link(page, "申込内容の控え（PDF）").click(),
  ]);
  expect(copy.suggestedFilename()).toBe(`申込内容の控え_${receiptNumber}.pdf`);
  const early = await BranchCase.at(staff, sent);
  await link(page, "申込の状況を見る").click();
  await button(page, "申込を取り下げる").click();
  await button(page.getByRole("dialog"), "申込を取り下げる").click();
  await expect(page.locator(".title .chip")).toHaveText("取下げ");
  await expect(button(page, "申込を取り下げる")).toHaveCount(0);
  await button(early.page, "審査を開始").click();
  await expect(early.page.getByRole("alert").first()).toContainText("取下げ");
  await staff.goto("/branch");
  await expect(staff.getByRole("row").filter({ hasText: receiptNumber })).toContainText("取下げ");
  await page.goto(sentUrl);
  await expect(page.getByRole("main")).toContainText(receiptNumber);
  await expect(heading(page, "現在の手続状況")).toBeVisible();
  await expect(page.getByRole("main").locator(".chip")).toHaveText("取下げ");
  await expect(page.getByText("取り下げることができます")).toHaveCount(0);

  const other = await records.sent(`審査先行工事 ${unique()}`);
  await page.goto(`/desk/applications/${other.id}/sent`);
  const next = page.getByRole("region", { name: "これからの流れ" });
  await expect(next.getByRole("listitem")).toContainText([
    "送信",
    "支店が内容を確認します",
    "保証証書を発行します",
    "認証キーを発注者に提出してください",
  ]);
  const contact = page.getByRole("complementary", { name: "問い合わせ" });
  await expect(contact).toContainText("お問い合わせ：神奈川支店");
  await expect(contact).toContainText("受付番号をお知らせください。");
  const sentAt = /\d{4}\/\d\d\/\d\d \d\d:\d\d/.exec(await textOf(page))?.[0] ?? "";
  const arrived = new Date(`${sentAt.replaceAll("/", "-").replace(" ", "T")}:00+09:00`);
  const later = "受付時間の外に届いたため、確認は営業日の";
  if (isReceiving(arrived)) await expect(next).not.toContainText(later);
  else
    await expect(next).toContainText(
      `${later}${Object.values(formatWithYear(receptionDay(arrived))).join("")}からです。`,
    );
  await link(page, "申込の状況を見る").click();
  await button(page, "申込を取り下げる").click();
  await (await BranchCase.at(staff, other)).begin();
  await button(page.getByRole("dialog"), "申込を取り下げる").click();
  await expect(page.getByRole("alert").filter({ hasText: "審査を始めた" })).toContainText(
    "支店が先に審査を始めたため、取り下げられません。",
  );
  await expect(button(page, "申込を取り下げる"), "too late").toHaveCount(0);
  await expect(page.locator(".title .chip")).toHaveText("審査中");
});
