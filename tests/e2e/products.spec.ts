import { expect, test } from "#tests/support/e2e-fixtures.ts";
import { idIn, quietCase } from "#tests/support/e2e-records.ts";
import { answerAll } from "./pages/answers.ts";
import { ApplicationForm } from "./pages/application-form.ts";
import { BranchCase } from "./pages/branch-case.ts";
import { leafletCase, unique } from "./pages/cases.ts";
import { button } from "./pages/labels.ts";
import { lookAt } from "./pages/look.ts";
import { Verify } from "./pages/verify.ts";

const conditions = [
  "工期の2分の1を経過しています",
  "そこまでに行う予定の作業を終えています",
  "行った作業の経費が、請負金額の2分の1以上です",
  "前払金を受け取っています",
  "部分払を受けていません",
];

test("中間前払金保証 of a joint venture goes from application to verification", async ({ as, records }) => {
  test.slow();
  const workName = `中間前払工事 ${unique()}`;
  const contractor = await as("contractor");

  const receiptNumber =
    await test.step("the contractor names the members and ticks the conditions", async () => {
      const form = await ApplicationForm.begin(contractor);
      await form.fill(leafletCase(workName, { advance: null, performance: null }));
      await form.open("請負工事の情報");
      await expect(contractor.getByRole("group", { name: /^JVの構成/ })).toBeHidden();
      await form.answer("JV名", "〇〇・△△・□□特定建設工事共同企業体");
      await form.answer("JVの方式", "甲型（共同施工方式）");
      await form.answer("JVの預託方法", "一括預託");
      await form.answer("代表者（当社）の割合", "６０");
      await form.answer("構成員1の商号", "△△土木 株式会社");
      await form.answer("構成員1の割合", "30");
      await form.answer("構成員2の商号", "□□組 株式会社");
      await form.answer("構成員2の割合", "9.5");
      await button(contractor, "構成員を追加").click();
      await expect(contractor.getByLabel("構成員3の商号", { exact: true })).toBeFocused();
      await form.open("保証の申込内容");
      const group = form.group("中間前払金保証");
      await expect(group.getByLabel(/^中間前払金保証金額/)).toBeHidden();
      await answerAll(group, {
        中間前払金保証を申し込む: true,
        ...Object.fromEntries(conditions.slice(1).map((condition) => [condition, true as const])),
        保証証書の形式: "電子保証（認証キーを含む）",
        "前払金の額（受領済み）": "20,000,000",
        中間前払金保証金額: "10,000,001",
        中間前払金の預託金融機関: "〇〇銀行 ××支店",
        中間前払金の再預託利用区分: "再預託を利用しない",
        中間前払金保証料支払方法: "一括納付",
        "保証料計算書（紙）について": "希望しない",
      });
      await expect(group.getByRole("status")).toContainText(["20.0%", "60.0%"]);

      await form.check();
      await expect(form.mistakes).toContainText(conditions[0] ?? "");
      await expect(form.mistakes).toContainText("いまの合計 99.50%");
      await lookAt(contractor, "中間前払金保証 with a mistake");
      await form.answer(conditions[0] ?? "", true, "中間前払金保証");
      await form.open("請負工事の情報");
      await lookAt(contractor, "a joint venture with a mistake");
      // The mistake of the sum is shown at one share and corrected by another.
      await form.answer("構成員2の割合", "9");
      await expect(form.mistakes).toContainText("いまの合計 99.00%");
      await form.answer("構成員1の割合", "31");
      await expect(contractor.getByText("いまの合計")).toHaveCount(0);
      await form.answer("構成員1の割合", "30");
      await form.answer("構成員2の割合", "10");
      await form.check();
      await expect(form.mistakes).toContainText("請負金額の20.0%（10,000,000円）以下");
      await form.open("保証の申込内容");
      await form.answer("中間前払金保証金額", "10,000,000", "中間前払金保証");
      // A product that is filled in but not applied for is pointed out before sending.
      await answerAll(form.group("契約保証"), { 契約保証を申し込む: true, 契約保証金額: "5,000,000" });
      await form.group("契約保証").getByLabel("契約保証を申し込む", { exact: true }).uncheck();
      await form.check();
      await expect(form.send).toBeVisible();
      await lookAt(contractor, "an application with warnings, to be confirmed");
      const shown = contractor.getByRole("main");
      for (const words of ["□□組 株式会社", "割合 10.00%", "前払金との合計 60.0%", "甲型（共同施工方式）"])
        await expect(shown).toContainText(words);
      await form.send.click();
      return form.receiptNumber();
    });

  expect(receiptNumber).toMatch(/^\d{8}-\d{6}$/);
  const sent = { id: idIn(contractor.url()), workName };
  await records.issue(sent);
  const branch = await BranchCase.at(await as("branch"), sent);
  await expect(branch.page.getByRole("main")).toContainText("代表者と構成員2社の割合は、合計100.00%です");

  const given = await records.keyOf(workName, "中間前払金保証");
  expect(given.number, "the letter of 中間前払金保証").toMatch(/C$/);

  const official = await as("odawara");
  const verify = await Verify.open(official);
  await verify.lookUp(given);
  await verify.showsCertificateOf(workName);
  const certificate = official.getByRole("main").getByRole("article");
  for (const words of [
    "保証証書（中間前払金保証）",
    "代表者　〇〇建設 株式会社",
    "□□組 株式会社",
    "令和9年3月31日",
  ])
    await expect(certificate).toContainText(words);
});

test("without JavaScript the rows and proposals of works over two years are one press away", async ({
  as,
}) => {
  const page = await as("contractor", { javaScriptEnabled: false });
  await page.goto("/desk/applications");
  await button(page, "申込の作成（新規）").click();
  await page.getByLabel(/^工期（自）/).fill("2026/4/3");
  await page.getByLabel(/^工期（至）/).fill("2029/3/10");
  await page.getByLabel("構成員2の商号", { exact: true }).fill("□□組 株式会社");
  await button(page, "構成員を追加").click();
  await expect(page.getByLabel("構成員3の商号", { exact: true })).toBeVisible();
  await expect(page.getByLabel("構成員2の商号", { exact: true })).toHaveValue("□□組 株式会社");
  await button(page, "令和8年度から令和10年度までの年度を入力する").click();
  await expect(page.getByLabel("年度割3の年度", { exact: true })).toHaveValue("令和10年度");
  await expect(page.getByLabel(/^工期（至）/)).toHaveValue("2029/3/10");
});

test("works over several years get their years, base and term by a press, the focus where it goes on", async ({
  as,
  records,
}) => {
  const page = await as("contractor");
  const draftId = await records.drafted({ ...quietCase, workName: `債務負担工事 ${unique()}` });
  const form = await ApplicationForm.at(page, draftId);
  await form.answer("工期（自）", "2026/4/3");
  await form.answer("工期（至）", "2029/3/10");
  await button(page, "令和8年度から令和10年度までの年度を入力する").click();
  await expect(page.getByLabel("年度割3の年度", { exact: true })).toHaveValue("令和10年度");
  expect(await page.evaluate(() => document.activeElement?.tagName)).not.toBe("BODY");
  await form.answer("年度割1の出来高予定額", "20,000,000");
  await form.answer("年度割2の出来高予定額", "20,000,000");
  await form.answer("年度割3の出来高予定額", "9,000,000");
  await expect(page.getByText("（請負金額 50,000,000円と異なります）")).toBeVisible();
  await lookAt(page, "works over three years");
  await form.answer("年度割3の出来高予定額", "10,000,000");
  await expect(page.getByText("と異なります")).toHaveCount(0);
  await form.open("保証の申込内容");
  await lookAt(page, "products of works over three years");
});
