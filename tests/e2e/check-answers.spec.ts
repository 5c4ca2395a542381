import type { Page } from "@playwright/test";
import { expect, test } from "#tests/support/e2e-fixtures.ts";
import { ApplicationForm, type Group } from "./pages/application-form.ts";
import { leafletCase, unique, uniqueMail } from "./pages/cases.ts";

/** An answer to change: its label, the group it stands in, what is given instead, and the words that the page then shows. */
type Change = {
  label: string;
  group?: Group;
  value: string | true;
  shown?: string;
  /** What is asked for because of it. */
  then?: Record<string, string>;
};

const mail = uniqueMail();
const changes: readonly Change[] = [
  // First, because the works' new amount asks for more.
  { label: "契約保証金額", group: "契約保証", value: "6000001", shown: "6,000,001円" },
  { label: "工事名", value: `変更した工事 ${unique()}` },
  { label: "工事番号", value: "第12号" },
  { label: "公告日", value: "R8.4.2", shown: "令和8年4月2日（2026年）" },
  // Asks a further question, which comes first: 指名日 is answered before the page is seen again.
  { label: "入札・契約方法", value: "随意契約", then: { 指名日: "R8.4.1" } },
  { label: "指名日", value: "R8.4.2", shown: "令和8年4月2日（2026年）" },
  { label: "請負契約日", value: "20260405", shown: "令和8年4月5日（2026年）" },
  { label: "請負金額", value: "６０，０００，０００", shown: "60,000,000円" },
  { label: "工期（自）", value: "2026-04-06", shown: "令和8年4月6日（2026年）" },
  { label: "工期（至）", value: "令和9年3月30日", shown: "令和9年3月30日（2027年）" },
  { label: "工事場所", value: "神奈川県小田原市荻窪" },
  { label: "発注者", value: "見本市長" },
  { label: "保証証書の形式", group: "前払金保証", value: "証書（紙）" },
  { label: "今年度対象額", group: "前払金保証", value: "55000000", shown: "55,000,000円" },
  { label: "前払金保証金額", group: "前払金保証", value: "22000000", shown: "22,000,000円" },
  { label: "預託金融機関", group: "前払金保証", value: "△△銀行 □□支店" },
  { label: "再預託利用区分", group: "前払金保証", value: "再預託を利用する" },
  { label: "前払金保証料支払方法", group: "前払金保証", value: "銀行振込" },
  { label: "前払金保証料請求先", group: "前払金保証", value: "〇〇建設 株式会社 支店" },
  { label: "保証料計算書（紙）について", group: "前払金保証", value: "希望する" },
  { label: "保証証書の形式", group: "契約保証", value: "証書（紙）" },
  { label: "契約保証料支払方法", group: "契約保証", value: "銀行振込" },
  { label: "契約保証料請求先", group: "契約保証", value: "〇〇建設 株式会社 支店" },
  { label: "保証料計算書（紙）について", group: "契約保証", value: "希望する" },
  { label: "申込送信先", value: "静岡支店" },
  { label: "電子保証発行完了のお知らせ", value: "希望しない" },
  { label: "電子保証発行完了のお知らせ", value: "希望する" },
  { label: "メールアドレス", value: mail },
  { label: "担当部署", value: "工事部" },
  { label: "役職", value: "部長" },
  { label: "担当者名", value: "髙橋 一郎" },
  { label: "連絡先電話番号", value: "０４６５－００－００００", shown: "0465-00-0000" },
  { label: "お客様から弊社への連絡事項", value: "押印は不要です。" },
  { label: "JV名", value: "〇〇・△△共同企業体" },
  { label: "前払金保証を申し込む", group: "前払金保証", value: true, shown: "申し込む" },
  { label: "契約保証を申し込む", group: "契約保証", value: true, shown: "申し込む" },
];

/** Not an answer of the form's: files are added and removed beside it. */
const beside = ["添付書類"];
/** Asked for by a joint venture; products.spec.ts changes them and the third product. */
const elsewhere = ["JVの方式", "中間前払金保証を申し込む"];
/** The procurement that was changed asks for another date. */
const gone = ["公告日"];

/** 「変更」, and to hear: of which answer. */
const changeLink = (page: Page, about: string) =>
  page.getByRole("link", { name: new RegExp(`^変更\\s*：\\s*${about.replace(/[()]/g, "\\$&")}$`) });

test("every answer is changed from the confirm page, where it stands, and comes back changed", async ({
  as,
}) => {
  test.slow();
  const page = await as("contractor");
  const form = await ApplicationForm.begin(page);
  await form.fill(
    leafletCase(`変更確認工事 ${unique()}`, {
      others: { 電子保証発行完了のお知らせ: "希望する", メールアドレス: "a@marumaru.example" },
    }),
  );
  await form.check();
  await expect(form.send).toBeVisible();
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
