import type { Locator, Page } from "@playwright/test";
import { expect, test } from "#tests/support/e2e-fixtures.ts";
import { rememberSecret } from "#tests/support/e2e-secrets.ts";
import { ApplicationForm } from "./pages/application-form.ts";
import { unique } from "./pages/cases.ts";
import { button, heading, link, textOf } from "./pages/labels.ts";
import { lookAt } from "./pages/look.ts";
import { Mailbox } from "./pages/mailbox.ts";

const first = "すいか畑の三輪車と雨やどりの朝";
const second = "ゆうだちと縁側の麦茶と風鈴の音";

async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel("メールアドレス", { exact: true }).fill(email);
  await page.getByLabel("パスワード", { exact: true }).fill(password);
  await button(page, "ログイン").click();
}

/** A field that a password manager fills. */
const managed = (page: Page, name: string) => page.getByLabel(name, { exact: true });

/** Pastes the clipboard, as a person and many password managers do. */
async function paste(field: Locator, text: string): Promise<void> {
  await field.focus();
  await field.press("ControlOrMeta+v");
  await expect(field).toHaveValue(text);
}

async function invite(manager: Page, email: string, role: RegExp): Promise<void> {
  await manager.goto("/desk");
  await link(manager, "利用者の管理").click();
  await manager.getByLabel("招待する方のメールアドレス", { exact: true }).fill(email);
  await manager.getByLabel(role).check();
  await button(manager, "招待メールを送る").click();
  await expect(manager.getByRole("row").filter({ hasText: email })).toContainText("招待中");
}

/** For a person who may only read, nothing looks editable, and no sentence mentions a button that is not there. */
async function seesWhatIsTrue(viewer: Page): Promise<void> {
  await viewer.goto("/desk");
  await expect(viewer.getByText("手続は、会社の管理者か申込担当の方が行います。")).toBeVisible();
  await lookAt(viewer, "a reader's 全体トップ");
  await expect(viewer.getByText("申込の内容と状況を確認します。")).toBeVisible();
  await link(viewer, "会社情報を見る").click();
  await expect(viewer.getByText("閲覧のみの権限のため、変更できません。")).toBeVisible();
  await expect(viewer.getByRole("term").filter({ hasText: "預託金融機関" })).toBeVisible();
  await expect(viewer.getByRole("main").getByRole("textbox")).toHaveCount(0);
  await lookAt(viewer, "a reader's 会社情報");
  // By name: other journeys issue more than one page of keys.
  await viewer.goto(`/desk/contracts/keys?q=${encodeURIComponent("河川護岸工事")}`);
  await viewer
    .getByRole("row")
    .filter({ hasText: "河川護岸工事" })
    .getByRole("link", { name: /^詳細/ })
    .first()
    .click();
  await expect(viewer.getByText("会社の管理者か申込担当の方が、")).toBeVisible();
  await lookAt(viewer, "a reader's contract");
  await expect(button(viewer, "認証キーの再発行を依頼する")).toHaveCount(0);
  await viewer.goto("/desk/applications");
  await expect(viewer.getByRole("link", { name: /^(続きを入力する|修正する)$/ })).toHaveCount(0);
  // The mails are the person's own.
  await viewer.goto("/desk/notices/settings");
  await viewer.getByLabel("申込の受付", { exact: true }).check();
  await button(viewer, "設定を保存する").click();
  await expect(viewer.getByText("設定を保存しました。")).toBeVisible();
}

/** The link in the newest mail to an address; its token may be in nothing that the system writes. */
async function linkIn(mailbox: Mailbox, email: string, count: number): Promise<string> {
  const [mail] = await mailbox.mailsTo(email, count);
  const found = /https?:\/\/[^\s/]+(\/(?:invite|password\/reset)\/([A-Za-z0-9_-]{43}))/.exec(
    mail?.text ?? "",
  );
  rememberSecret(found?.[2] ?? "");
  return found?.[1] ?? "";
}

test("a colleague joins by the mail's link, reads and may not write; forgets the password; is stopped", async ({
  as,
  stranger,
  system,
  watch,
}) => {
  watch.allow(/status of 404/);
  const email = `viewer-${unique()}@people.example`.toLowerCase();
  const manager = await as("contractor");
  const form = await ApplicationForm.begin(manager);
  const draft = /applications\/([^/]+)\//.exec(manager.url())?.[1] ?? "";
  await invite(manager, email, /^閲覧のみ/);

  const mailbox = new Mailbox(await stranger());
  const invitation = await linkIn(mailbox, email, 1);
  // A mail scanner opens it as often as it likes.
  for (let time = 0; time < 3; time += 1) {
    const scanned = await (await stranger()).request.get(invitation);
    expect(scanned.status()).toBe(200);
  }
  const link1 = await manager.request.get(invitation, { maxRedirects: 0 });
  expect(link1.status()).toBe(303);
  expect(link1.headers()["referrer-policy"]).toBe("no-referrer");
  expect(link1.headers()["cache-control"]).toContain("no-store");

  const scripted = await stranger();
  await scripted.goto(invitation);
  await button(scripted, "登録する").click();
  await expect(scripted.getByRole("region", { name: /誤りが2件/ })).toBeVisible();
  await lookAt(scripted, "an invitation with mistakes");

  const page = await stranger({ javaScriptEnabled: false });
  await page.goto(invitation);
  await expect(page).toHaveURL(`${system}/invite`);
  await expect(page.getByText("入力した文字を表示する"), "needs the script, so it is not there").toHaveCount(
    0,
  );
  await page.getByLabel("お名前", { exact: true }).fill("閲覧 十子");
  await page.getByLabel("パスワード", { exact: true }).fill("みじかい");
  await button(page, "登録する").click();
  await expect(page.getByRole("region", { name: /誤りが1件/ })).toBeVisible();
  await expect(page.getByLabel("お名前", { exact: true })).toHaveValue("閲覧 十子");
  await page.getByLabel("パスワード", { exact: true }).fill(first);
  await button(page, "登録する").click();
  await expect(page.getByText("登録が完了しました。ログインしてください。")).toBeVisible();

  const viewer = await stranger();
  await viewer.goto("/login");
  await signIn(viewer, email, first);
  await expect(viewer).toHaveURL(`${system}/desk`);
  await expect(link(viewer, "利用者の管理")).toHaveCount(0);
  await viewer.goto("/desk/applications");
  await expect(heading(viewer, "保証申込")).toBeVisible();
  await expect(button(viewer, "申込の作成（新規）")).toHaveCount(0);
  await viewer.goto(`/desk/applications/${draft}/edit/works`);
  await expect(heading(viewer, "この申込は作成中です")).toBeVisible();
  await lookAt(viewer, "a reader's draft");
  const save = await viewer.request.post(`/api/drafts/${draft}`, {
    headers: { origin: system, "content-type": "application/json" },
    data: JSON.stringify({ step: "works", fields: { workName: "書けない工事" } }),
  });
  expect(save.status()).toBe(403);
  expect((await viewer.goto("/desk/people"))?.status()).toBe(404);
  await seesWhatIsTrue(viewer);
  await manager.goto(`/desk/applications/${draft}/edit/works`);
  expect(await form.read("工事名")).toBe("");

  const forgetful = await stranger();
  const answers = [];
  for (const address of [`nobody-${unique()}@people.example`, email]) {
    await forgetful.goto("/login");
    await link(forgetful, "パスワードをお忘れの方").click();
    await expect(heading(forgetful, "パスワードの再設定")).toBeVisible();
    await forgetful.getByLabel("メールアドレス", { exact: true }).fill(address);
    await button(forgetful, "再設定のメールを送る").click();
    await forgetful.waitForURL(/\/password\/sent$/);
    answers.push(await textOf(forgetful));
  }
  expect(answers[1]).toBe(answers[0]);
  await forgetful.goto(await linkIn(mailbox, email, 2));
  await forgetful.getByLabel("新しいパスワード", { exact: true }).fill("みじかい");
  await button(forgetful, "パスワードを設定する").click();
  await expect(forgetful.getByRole("region", { name: /誤りが1件/ })).toBeVisible();
  await lookAt(forgetful, "a new password with a mistake");
  await forgetful.getByLabel("新しいパスワード", { exact: true }).fill(second);
  await button(forgetful, "パスワードを設定する").click();
  await expect(forgetful.getByText("新しいパスワードを設定しました。ログインしてください。")).toBeVisible();
  await viewer.goto("/desk");
  await expect(viewer, "all sessions ended").toHaveURL(/\/login/);
  await signIn(viewer, email, second);
  await expect(viewer).toHaveURL(`${system}/desk`);

  await manager.goto("/desk/people");
  await manager
    .getByRole("row")
    .filter({ hasText: email })
    .getByRole("link", { name: /^変更する/ })
    .click();
  await button(manager, "利用を停止する").click();
  await button(manager.getByRole("dialog"), "利用を停止する").click();
  await expect(manager.getByText("利用を停止しました。")).toBeVisible();
  await lookAt(manager, "a stopped person");
  await viewer.goto("/desk/contracts");
  await expect(viewer, "at the next request").toHaveURL(/\/login/);
  await button(manager, "利用を再開する").click();
  await expect(manager.getByText("利用を再開しました。")).toBeVisible();
  await viewer.goto("/desk");
  await expect(viewer, "no session of before lives again").toHaveURL(/\/login/);
  await signIn(viewer, email, second);
  await expect(viewer).toHaveURL(`${system}/desk`);
});

test("an invitation is sent again and taken back; a device is signed out alone; a changed password is the only one", async ({
  as,
  stranger,
  system,
}) => {
  const manager = await as("contractor2");
  const mailbox = new Mailbox(await stranger());
  const guest = `guest-${unique()}@people.example`.toLowerCase();
  await invite(manager, guest, /^閲覧のみ/);
  const first1 = await linkIn(mailbox, guest, 1);
  const row = manager.getByRole("row").filter({ hasText: guest });
  await row.getByRole("button", { name: /^もう一度送る/ }).click();
  const again = await linkIn(mailbox, guest, 2);
  const visitor = await stranger();
  const gone = visitor.getByText("この招待は使えません");
  for (const [link2, works] of [
    [first1, again === first1],
    [again, true],
  ] as const) {
    await visitor.goto(link2);
    await expect(works ? button(visitor, "登録する") : gone).toBeVisible();
  }
  await row.getByRole("button", { name: /^取り消す/ }).click();
  await button(manager.getByRole("dialog"), "取り消す").click();
  await expect(manager.getByText("招待を取り消しました。")).toBeVisible();
  await visitor.goto(again);
  await expect(gone).toBeVisible();

  const email = `devices-${unique()}@people.example`.toLowerCase();
  await invite(manager, email, /^申込担当/);
  const here = await stranger();
  await here.goto(await linkIn(mailbox, email, 1));
  await here.getByLabel("お名前", { exact: true }).fill("端末 十二");
  await managed(here, "パスワード").fill(first);
  await button(here, "登録する").click();
  await here.waitForURL(/\/login/);
  const there = await stranger();
  for (const page of [here, there]) {
    await page.goto("/login");
    await signIn(page, email, first);
    await expect(page).toHaveURL(`${system}/desk`);
  }
  await here.goto("/desk/account");
  const others = here.getByRole("button", { name: /^サインアウトさせる/ });
  await expect(others).toHaveCount(1);
  await others.click();
  await expect(here.getByText("サインアウトさせました。")).toBeVisible();
  await there.goto("/desk");
  await expect(there, "at its next request").toHaveURL(/\/login/);

  await signIn(there, email, first);
  await expect(there).toHaveURL(`${system}/desk`);
  await managed(here, "現在のパスワード").fill(first);
  await managed(here, "新しいパスワード").fill(second);
  await button(here, "パスワードを変更する").click();
  await expect(here.getByText("パスワードを変更しました。")).toBeVisible();
  await there.goto("/desk");
  await expect(there, "signed out by the change").toHaveURL(/\/login/);
  await signIn(there, email, first);
  await expect(there.getByText("メールアドレスまたはパスワードが正しくありません。")).toBeVisible();
  await signIn(there, email, second);
  await expect(there).toHaveURL(`${system}/desk`);
});

test("a session warns, goes on by one key twelve times, cannot be extended over twelve hours; signing in again finds the draft", async ({
  as,
  stranger,
  watch,
}) => {
  watch.allow(/status of 401/);
  // People of their own, since all their sessions will end.
  const email = `absent-${unique()}@people.example`.toLowerCase();
  await invite(await as("contractor2"), email, /^申込担当/);
  const page = await stranger({ permissions: ["clipboard-read", "clipboard-write"] });
  await page.goto(await linkIn(new Mailbox(await stranger()), email, 1));
  await page.getByLabel("お名前", { exact: true }).fill("離席 十一");
  await page.evaluate((text) => navigator.clipboard.writeText(text), first);
  await expect(managed(page, "パスワード")).toHaveAttribute("autocomplete", "new-password");
  await paste(managed(page, "パスワード"), first);
  await button(page, "登録する").click();
  await page.waitForURL(/\/login/);
  // The clocks of browser and server move together: the server's own answers, shifted by the time that the test skips.
  const minute = 60_000;
  let ahead = 0;
  let idle = 0;
  let asked = 0;
  await page.clock.install();
  await page.route("**/api/session", async (route) => {
    asked += 1;
    const answer = await route.fetch();
    if (answer.status() !== 200) return route.fulfill({ response: answer });
    if (route.request().method() === "POST") idle = 0;
    const { at, idleEndsAt, expiresAt } = await answer.json();
    await route.fulfill({ json: { at: at + ahead, idleEndsAt: idleEndsAt + ahead - idle, expiresAt } });
  });
  const pass = async (minutes: number) => {
    ahead += minutes * minute;
    idle += minutes * minute;
    await page.clock.fastForward(minutes * minute);
  };

  await page.goto("/login");
  await expect(managed(page, "メールアドレス")).toHaveAttribute("autocomplete", "username");
  await expect(managed(page, "パスワード")).toHaveAttribute("autocomplete", "current-password");
  await managed(page, "メールアドレス").fill(email);
  await paste(managed(page, "パスワード"), first);
  await button(page, "ログイン").click();
  await page.waitForURL(/\/desk$/);
  const form = await ApplicationForm.begin(page);
  const workName = `離席工事 ${unique()}`;
  const here = page.url();
  await page.getByLabel(/^工事名/).fill(workName);
  await expect(page.getByText("保存しました").first()).toBeVisible();
  await page.getByLabel(/^工事名/).focus();

  await pass(57.5);
  expect(asked, "no polling").toBe(0);
  await pass(0.75);
  const warning = page.getByRole("alertdialog", { name: "利用時間の終わりが近づいています" });
  for (let time = 0; time < 12; time += 1) {
    await expect(warning).toContainText("ログアウトします");
    await expect(button(warning, "続ける")).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(warning).toHaveCount(0);
    await expect(page.getByLabel(/^工事名/), "the focus is where it was").toBeFocused();
    await pass(time < 11 ? 58.5 : 16.5);
  }
  // 718 minutes after signing in: no key extends this one.
  await expect(warning).toContainText("12時間がたつため、延長できません");
  expect(asked, "twice a warning").toBeLessThanOrEqual(2 * 12 + 3);
  await expect(button(warning, "閉じる")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(warning).toHaveCount(0);
  expect(await form.read("工事名")).toBe(workName);

  // When it ends from another device, the next answer says so.
  const other = await stranger();
  await other.goto("/login");
  await signIn(other, email, first);
  await other.waitForURL(/\/desk$/);
  await link(other, "ログインしている端末とパスワード").click();
  await expect(managed(other, "現在のパスワード")).toHaveAttribute("autocomplete", "current-password");
  await expect(managed(other, "新しいパスワード")).toHaveAttribute("autocomplete", "new-password");
  await expect(other.getByRole("row").filter({ hasText: "この端末" })).toHaveCount(1);
  await expect(other.getByRole("row").filter({ hasText: "Chrome" }).first()).toBeVisible();
  await button(other, "ほかの端末をすべてサインアウトさせる").click();
  await expect(other.getByText("サインアウトさせました。")).toBeVisible();
  await pass(3);
  const over = page.getByRole("alertdialog", { name: "ログアウトしました" });
  await expect(over).toBeVisible();
  await page.unrouteAll({ behavior: "ignoreErrors" });
  await link(over, "ログインし直す").click();
  await signIn(page, email, first);
  await expect(page).toHaveURL(here);
  expect(await form.read("工事名")).toBe(workName);
});
