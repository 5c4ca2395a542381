import { request } from "@playwright/test";
import { expect, test } from "#tests/support/e2e-fixtures.ts";
import { aPdf, aPng } from "#tests/support/files.ts";
import { ApplicationForm } from "./pages/application-form.ts";
import { BranchCase } from "./pages/branch-case.ts";
import { smallCase, unique } from "./pages/cases.ts";
import { button, link } from "./pages/labels.ts";

const pdf = (name: string, size = 3000) => ({ name, mimeType: "application/pdf", buffer: aPdf(size) });

test("files go with an application to its branch, and to nobody else", async ({ as, watch }) => {
  watch.allow(/Failed to load resource/); // the strangers' 404
  const page = await as("contractor");
  const form = await ApplicationForm.begin(page);
  await form.fill(smallCase(`添付工事 ${unique()}`));
  await form.open("その他");
  const section = page.getByRole("region", { name: /^添付書類/ });
  const contracts = section.getByLabel("請負契約書", { exact: true });

  // A rejected file is named with its reason, and nothing typed is lost.
  await contracts.setInputFiles({
    name: "契約書.pdf",
    mimeType: "application/pdf",
    buffer: Buffer.from("<html>"),
  });
  await expect(section.getByRole("alert")).toContainText("PDF、JPEG、PNG のどれでもありません");
  await contracts.setInputFiles(pdf("大きい.pdf", 20 * 1024 * 1024 + 1));
  await expect(section.getByRole("alert")).toContainText("20MBを超えています");
  await expect(section.getByRole("listitem").filter({ hasText: "KB" })).toHaveCount(0);

  // Progress is shown while the connection is slow.
  let release: () => void = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route("**/api/attachments?*", async (route) => {
    await released;
    await route.continue();
  });
  await contracts.setInputFiles([pdf("請負契約書（写し）.pdf", 700_000), pdf("要らない.pdf")]);
  await expect(section.getByRole("progressbar", { name: "「請負契約書（写し）.pdf」の送信" })).toBeVisible();
  release();
  await expect(section.getByText("「要らない.pdf」を添付しました。")).toBeVisible();
  await expect(section.getByRole("progressbar")).toHaveCount(0);
  await section
    .getByLabel("その他の書類", { exact: true })
    .setInputFiles({ name: "現場.png", mimeType: "image/png", buffer: aPng(400, 300) });
  await expect(link(section, "現場.png")).toBeVisible();
  const picture = section.getByRole("listitem").filter({ hasText: "現場.png" }).locator("img");
  await expect.poll(() => picture.evaluate((img) => (img as HTMLImageElement).naturalWidth)).toBe(400);

  // A removal can be undone.
  await button(section, "削除：要らない.pdf").click();
  await expect(link(section, "要らない.pdf")).toHaveCount(0);
  await expect(section.getByText("「要らない.pdf」を添付しました。")).toHaveCount(0);
  await button(section, "元に戻す").click();
  await expect(link(section, "要らない.pdf")).toBeVisible();
  await button(section, "削除：要らない.pdf").click();
  await expect(link(section, "要らない.pdf")).toHaveCount(0);

  await form.check();
  await expect(
    page.getByRole("region", { name: "添付書類" }).getByRole("link", { name: /(pdf|png)$/ }),
  ).toHaveText(["請負契約書（写し）.pdf", "現場.png"]);
  await form.send.click();
  const receiptNumber = await form.receiptNumber();

  const staff = await as("branch");
  await BranchCase.open(staff, receiptNumber);
  const sent = staff.getByRole("region", { name: "添付書類" });
  await expect(sent.getByText("未検査")).toHaveCount(2);
  const downloading = staff.waitForEvent("download");
  await link(sent, "請負契約書（写し）.pdf").click();
  expect((await downloading).suggestedFilename()).toBe("請負契約書（写し）.pdf");
  const href = (await link(sent, "請負契約書（写し）.pdf").getAttribute("href")) ?? "";
  const answer = await staff.request.get(href);
  expect(answer.headers()).toMatchObject({
    "content-type": "application/pdf",
    "x-content-type-options": "nosniff",
    "content-security-policy": expect.stringContaining("sandbox"),
    "cache-control": expect.stringContaining("no-store"),
  });
  expect(answer.headers()["content-disposition"]).toMatch(/^attachment; .*filename\*=UTF-8''%E8%AB%8B/);
  expect((await answer.body()).equals(aPdf(700_000))).toBe(true);
  const preview = await staff.request.get((await sent.locator("img").first().getAttribute("src")) ?? "");
  expect(preview.headers()).toMatchObject({
    "content-type": "image/png",
    "x-content-type-options": "nosniff",
    "content-security-policy": expect.stringContaining("sandbox"),
  });

  // A PDF opens in a window of its own, in the browser's viewer: the same bytes under their real name, never run.
  const look = sent.getByRole("link", { name: /^中身を見る.*請負契約書（写し）/ });
  const opening = staff.waitForEvent("popup");
  await look.click();
  await expect.poll(async () => new URL((await opening).url()).pathname).toBe(`${href}/view`);
  const viewed = await staff.request.get(`${href}/view`);
  expect(viewed.headers()).toMatchObject({
    "content-type": "application/pdf",
    "x-content-type-options": "nosniff",
    "cache-control": expect.stringContaining("no-store"),
    "content-security-policy": "default-src 'none'; style-src 'self'; img-src 'self'; frame-ancestors 'none'",
  });
  expect(viewed.headers()["content-disposition"]).toMatch(/^inline; .*filename\*=UTF-8''%E8%AB%8B/);
  expect((await viewed.body()).equals(aPdf(700_000))).toBe(true);
  for (const login of ["contractor2", "branch2", "odawara", "admin"] as const)
    for (const path of [href, `${href}/preview`, `${href}/view`])
      expect((await (await as(login)).request.get(path)).status(), `${login} ${path}`).toBe(404);
});

test("without script a file is attached and removed, and one of 20 MB and more is rejected with its reason", async ({
  as,
}) => {
  const page = await as("contractor", { javaScriptEnabled: false });
  await page.goto("/desk/applications");
  await button(page, "申込の作成（新規）").click();
  await link(page, "その他").click();
  const section = page.getByRole("region", { name: /^添付書類/ });
  await section.getByLabel("指名通知書", { exact: true }).setInputFiles(pdf("指名通知.pdf"));
  await button(section, "選んだ書類を添付する").click();
  await expect(link(section, "指名通知.pdf")).toBeVisible();
  await section.getByLabel("指名通知書", { exact: true }).setInputFiles(pdf("大.pdf", 20 * 1024 * 1024 + 1));
  await button(section, "選んだ書類を添付する").click();
  await expect(section.getByRole("alert")).toContainText("20MBを超えています");
  await expect(link(section, "大.pdf")).toHaveCount(0);
  await button(section, "削除：指名通知.pdf").click();
  await expect(link(section, "指名通知.pdf")).toHaveCount(0);
  await button(section, "元に戻す").click();
  await expect(link(section, "指名通知.pdf")).toBeVisible();
});

test("an upload from another site, without a session or into somebody else's draft is rejected", async ({
  as,
  sessionOf,
  system,
}) => {
  const form = await ApplicationForm.begin(await as("contractor"));
  const id = /[0-9a-f]{8}-[0-9a-f-]{27}/.exec(form.page.url())?.[0] ?? "";
  const post = async (
    login: "contractor" | "contractor2" | "branch" | null,
    headers: Record<string, string>,
  ) => {
    const session = login ? { storageState: await sessionOf(login) } : {};
    const http = await request.newContext({ baseURL: system, maxRedirects: 0, ...session });
    const answer = await http.post(`/api/attachments?application=${id}`, {
      headers: { accept: "application/json", ...headers },
      multipart: { contract: pdf("契約.pdf") },
    });
    const { code = "" } = await answer.json();
    const message = `${answer.status()} ${code}`.trim();
    await http.dispose();
    return message;
  };
  const own = { origin: system };
  expect(await post("contractor", own)).toBe("200");
  expect(await post("contractor", { origin: "https://elsewhere.example" })).toBe("403 foreign_origin");
  expect(await post("contractor", {})).toBe("403 foreign_origin");
  expect(await post(null, own)).toBe("401 signed_out");
  expect(await post("contractor2", own)).toBe("404 not_found");
  expect(await post("branch", own)).toBe("404 not_found");
});
