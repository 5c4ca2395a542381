import { expect, test } from "#tests/support/e2e-fixtures.ts";
import { addressOf, password } from "#tests/support/e2e-people.ts";
import type { Answers } from "./pages/answers.ts";
import { ApplicationForm, type Group, groups } from "./pages/application-form.ts";
import { BranchCase } from "./pages/branch-case.ts";
import { leafletCase, unique } from "./pages/cases.ts";
import { Keyboard } from "./pages/keyboard.ts";
import { answerable, button, heading, label, link } from "./pages/labels.ts";

test("a whole application is signed in to, filled in and sent by keyboard alone", async ({ stranger }) => {
  test.slow();
  const page = await stranger();
  const keyboard = await Keyboard.only(page);
  await page.goto("/login");
  await keyboard.type(page.getByLabel("メールアドレス", { exact: true }), addressOf("contractor"));
  await keyboard.type(page.getByLabel("パスワード", { exact: true }), password);
  await page.keyboard.press("Enter");
  await keyboard.press(link(page, "保証申込"));
  await keyboard.press(button(page, "申込の作成（新規）"));

  const form = new ApplicationForm(page);
  const application = leafletCase(`キーボード工事 ${unique()}`);
  const give = async (answers: Answers, group?: Group) => {
    const place = group ? form.group(group) : page;
    for (const [name, value] of Object.entries(answers)) {
      const control = answerable(place, name);
      const kind = await control.evaluate((element) =>
        element instanceof HTMLInputElement ? element.type : element.tagName.toLowerCase(),
      );
      if (value === true) await keyboard.tick(control);
      else if (kind === "select") await keyboard.select(control, value);
      else if (kind === "fieldset") await keyboard.pick(control, value);
      else if ((await control.inputValue()) === "") await keyboard.type(control, value);
    }
  };
  await expect(page.getByLabel(label("工事名"))).toBeVisible();
  await give(application.請負工事の情報);
  for (const [tab, next] of [
    ["保証の申込内容", "前払金保証"],
    ["その他", "申込送信先"],
  ] as const) {
    await keyboard.press(link(page, tab));
    await expect(link(page, tab)).toHaveAttribute("aria-current", "page");
    if (next === "前払金保証") for (const group of groups) await give(application[group] ?? {}, group);
    else await give(application.その他);
  }
  await keyboard.press(button(page, "申込内容を確認する"));
  await keyboard.press(form.send);
  expect(await form.receiptNumber()).toMatch(/^\d{8}-\d{6}$/);
});

test("an application is examined, approved and issued by keyboard alone", async ({ as, records }) => {
  const { receiptNumber } = await records.sent(`キーボード審査工事 ${unique()}`);
  const page = await as("branch");
  const keyboard = await Keyboard.only(page);
  await page.goto("/branch");
  await keyboard.type(page.getByLabel("受付番号", { exact: true }), receiptNumber);
  await page.keyboard.press("Enter");
  await keyboard.press(link(page, receiptNumber));
  const branchCase = new BranchCase(page);
  await keyboard.press(button(page, "審査を開始"));
  await expect(branchCase.status).toHaveText("審査中");
  await keyboard.press(button(page, "承認"));
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(button(page, "承認"), "the focus comes back").toBeFocused();
  await page.keyboard.press("Enter");
  await keyboard.press(button(page.getByRole("dialog"), "承認"));
  await expect(branchCase.status).toHaveText("承認済");
  await keyboard.press(button(page, "発行"));
  await keyboard.press(button(page.getByRole("dialog"), "発行"));
  await expect(branchCase.status).toHaveText("発行済", { timeout: 30_000 });
});

test("a key is fetched by the contractor and looked up by the official by keyboard alone", async ({
  as,
  world,
}) => {
  const contractor = await as("contractor");
  const atDesk = await Keyboard.only(contractor);
  await contractor.goto("/desk");
  await atDesk.press(link(contractor, "保証契約一覧"));
  await atDesk.press(link(contractor, "電子保証（認証キー）"));
  const row = contractor.getByRole("row").filter({ hasText: world.given.number });
  await atDesk.press(link(row, "詳細"));
  await expect(contractor.getByRole("region", { name: "認証キー", exact: true })).toContainText(
    world.given.number,
  );
  const opening = contractor.waitForEvent("popup");
  await atDesk.press(link(contractor, "選択"));
  await expect((await opening).getByRole("article")).toContainText(world.mark);

  const official = await as("odawara");
  const atCity = await Keyboard.only(official);
  await official.goto("/verify");
  await atCity.type(official.getByLabel("保証契約番号", { exact: true }), world.given.number);
  await atCity.type(official.getByLabel("認証キー", { exact: true }), world.given.key);
  await official.keyboard.press("Enter");
  await expect(heading(official, "電子保証概要")).toBeVisible();
  await expect(official.getByRole("main")).toContainText(world.mark);
});
