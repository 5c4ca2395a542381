import { expect, test } from "#tests/support/e2e-fixtures.ts";
import { quietCase, smallDraft } from "#tests/support/e2e-records.ts";
import { ApplicationForm, type Group } from "./pages/application-form.ts";
import { unique } from "./pages/cases.ts";
import { link } from "./pages/labels.ts";

const tooEarly =
  "公告日が令和8年3月31日のため、小田原市長の電子保証の対象外です。証書（紙）をお選びください。";
const bothForms: Group[] = ["前払金保証", "契約保証"];

test("a 公告日 before the start is refused on the form with its reason; nothing is lost, and paper passes", async ({
  as,
  records,
}) => {
  const page = await as("contractor");
  const workName = `早期公告工事 ${unique()}`;
  const draftId = await records.drafted({ ...quietCase, workName, noticeOn: "令和8年3月31日" });
  const form = await ApplicationForm.at(page, draftId, "その他");
  await form.check();

  await expect(form.mistakes).toBeFocused();
  // One rule refuses both products: its sentence is shown once above, and at both fields.
  await expect(form.mistakes.getByRole("link", { name: tooEarly })).toHaveCount(1);
  await expect(page).toHaveTitle(/^エラー：/);
  await form.mistakes.getByRole("link", { name: tooEarly }).click();
  await expect(link(page, "保証の申込内容")).toHaveAttribute("aria-current", "page");
  const chosen = form.group("前払金保証").getByRole("group", { name: /^保証証書の形式/ });
  await expect(chosen).toHaveAccessibleDescription(new RegExp(tooEarly));
  await expect(chosen.getByRole("radio").first()).toBeFocused();
  expect(await form.read("前払金保証金額")).toBe("20,000,000");
  expect(await form.read("預託金融機関")).toBe("〇〇銀行 ××支店");
  await form.open("請負工事の情報");
  expect(await form.read("工事名")).toBe(workName);
  expect(await form.read("公告日")).toBe("令和8年3月31日");

  await form.open("保証の申込内容");
  for (const group of bothForms) await form.answer("保証証書の形式", "証書（紙）", group);
  await form.check();
  await expect(form.send).toBeVisible();
  await form.send.click();
  expect(await form.receiptNumber()).toMatch(/^\d{8}-\d{6}$/);
});

test("the day of the start itself is accepted", async ({ as, records }) => {
  const draftId = await records.drafted({
    ...smallDraft,
    workName: `開始日工事 ${unique()}`,
    noticeOn: "R8.4.1",
  });
  const form = await ApplicationForm.at(await as("contractor"), draftId, "その他");
  await form.check();
  await expect(form.send).toBeVisible();
});

test("電子保証 for an obligee without it is refused with the way out, and paper passes", async ({
  as,
  records,
}) => {
  const draftId = await records.drafted({ ...smallDraft, workName: `町の工事 ${unique()}` });
  const form = await ApplicationForm.at(await as("contractor"), draftId);
  await form.answer("発注者", "見本町長");
  await form.check();
  await expect(
    form.mistakes.getByRole("link", {
      name: "見本町長は電子保証に対応していません。証書（紙）をお選びください。",
    }),
  ).toHaveCount(1);
  await form.open("保証の申込内容");
  await form.answer("保証証書の形式", "証書（紙）", "前払金保証");
  await form.check();
  await expect(form.send).toBeVisible();
});

test("a negotiated contract is judged by its 指名日, not by when it was signed", async ({ as, records }) => {
  const draftId = await records.drafted({
    ...smallDraft,
    workName: `随意契約工事 ${unique()}`,
    procurement: "negotiated",
    noticeOn: "",
    nominatedOn: "2026/3/31",
    contractedOn: "2026/4/10",
  });
  const form = await ApplicationForm.at(await as("contractor"), draftId, "その他");
  await form.check();
  await expect(
    form.mistakes.getByRole("link", {
      name: "指名日が令和8年3月31日のため、小田原市長の電子保証の対象外です。証書（紙）をお選びください。",
    }),
  ).toHaveCount(1);
  await form.open("請負工事の情報");
  await form.answer("指名日", "2026/4/1");
  await form.check();
  await expect(form.send).toBeVisible();
});

test("cap and minimum decide in exact yen, whatever the shown percentage", async ({ as, records }) => {
  const draftId = await records.drafted({ ...quietCase, workName: `一円違い工事 ${unique()}` });
  const form = await ApplicationForm.at(await as("contractor"), draftId, "保証の申込内容");
  await form.answer("前払金保証金額", "20,000,001", "前払金保証");
  await form.answer("契約保証金額", "4,999,999", "契約保証");
  await expect(form.group("前払金保証").getByRole("status")).toContainText(["40.0%"]);
  await expect(form.group("契約保証").getByRole("status")).toContainText(["10.0%"]);
  // It is explained while typing, before the check.
  await expect(form.group("前払金保証")).toContainText("上限");
  await expect(form.group("前払金保証")).toContainText("超えています");
  await form.check();
  await expect(form.mistakes.getByRole("link")).toHaveCount(2);
  await expect(form.mistakes).toContainText("40.0%（20,000,000円）以下");
  await expect(form.mistakes).toContainText("10.0%（5,000,000円）以上");
  await expect(form.mistakes).toContainText("デモ用の条件");
  await form.answer("前払金保証金額", "20,000,000");
  await form.answer("契約保証金額", "5,000,000");
  await form.check();
  await expect(form.send).toBeVisible();
});
