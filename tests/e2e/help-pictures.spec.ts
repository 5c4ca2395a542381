import { writeFileSync } from "node:fs";
import type { Locator, Page } from "@playwright/test";
import { inCheckout } from "#lib/cli/paths.ts";
import { HELP_PICTURES, type PictureName } from "#lib/features/help/constants.ts";
import { expect, test } from "#tests/support/e2e-fixtures.ts";
import type { Login } from "#tests/support/e2e-people.ts";
import type { World } from "#tests/support/e2e-world.ts";
import { toPalettePng } from "#tests/support/palette-png.ts";
import { answer } from "./pages/answers.ts";
import { answerable, heading, label } from "./pages/labels.ts";

/*
 * The pictures of the help (public/help) are taken here:
 *
 *   HELP_PICTURES=write npm test -- e2e tests/e2e/help-pictures.spec.ts
 *
 * Without the variable nothing is written; the test then fails when a screen no longer shows what its picture does.
 */
const { HELP_PICTURES: mode } = process.env;

type Shot = {
  who: Login;
  path: (world: World) => string;
  /** What a person does to see the screen. */
  show?: (page: Page) => Promise<void>;
  /** The width of the window, if not that of the help's column. */
  window?: number;
  /** What the picture begins with, and ends with if that is something else; both are shown completely. */
  from: (page: Page) => Locator;
  until?: (page: Page) => Locator;
  /** Words that the help mentions, which must be in the picture. */
  holds: readonly string[];
};

const shots: Record<PictureName, Shot> = {
  "form-electronic": {
    who: "contractor",
    path: (world) => `/desk/applications/${world.draftId}/edit/products`,
    from: (page) => answerable(page, "前払金保証を申し込む").locator("xpath=ancestor::label"),
    until: (page) => page.getByRole("group", { name: label("保証証書の形式") }),
    holds: ["前払金保証を申し込む", "電子保証（認証キーを含む）"],
  },
  "form-notice": {
    who: "contractor",
    path: (world) => `/desk/applications/${world.draftId}/edit/others`,
    show: async (page) => {
      await answer(page, "電子保証発行完了のお知らせ", "希望する");
      await answer(page, "メールアドレス", "koji@marumaru.example");
    },
    from: (page) => page.getByRole("group", { name: label("電子保証発行完了のお知らせ") }),
    until: (page) => answerable(page, "メールアドレス"),
    holds: ["電子保証発行完了のお知らせ", "希望する", "メールアドレス"],
  },
  mail: {
    who: "contractor",
    path: () => "/dev/mailbox",
    show: async (page) => {
      await page
        .getByRole("link", { name: /電子保証（認証キー）発行完了のお知らせ/ })
        .first()
        .click();
      await page.waitForURL(/\/dev\/mailbox\/./);
    },
    from: (page) => page.getByRole("main").locator("dl"),
    until: (page) => page.getByRole("region", { name: "本文", exact: true }),
    holds: ["電子保証（認証キー）発行完了のお知らせ", "本文"],
  },
  desk: {
    who: "contractor",
    path: () => "/desk",
    from: (page) => heading(page, "全体トップ"),
    until: (page) => page.getByRole("main").locator(".entry-cards"),
    holds: ["全体トップ", "保証契約一覧"],
  },
  "keys-list": {
    who: "contractor",
    path: () => "/desk/contracts/keys",
    window: 1168,
    from: (page) => heading(page, "保証契約一覧"),
    // The head and two contracts.
    until: (page) => page.getByRole("row").nth(2),
    holds: ["電子保証（認証キー）", "詳細"],
  },
  "key-box": {
    who: "contractor",
    path: (world) => `/desk/contracts/${world.electronicId}`,
    from: (page) => page.getByRole("region", { name: "認証キー", exact: true }),
    holds: ["認証キー", "保証契約番号", "印刷"],
  },
  history: {
    who: "contractor",
    path: (world) => `/desk/contracts/${world.electronicId}`,
    from: (page) => heading(page, "電子保証情報（履歴情報）"),
    until: (page) => page.getByRole("main").getByText(/電子保証発行日時とは/),
    holds: ["電子保証情報（履歴情報）", "選択"],
  },
  handover: {
    who: "contractor",
    path: (world) => `/desk/contracts/${world.electronicId}`,
    from: (page) => heading(page, "小田原市への提出のしかた"),
    until: (page) => page.getByRole("region", { name: "小田原市への提出のしかた" }),
    holds: ["提出の方法", "提出先", "件名"],
  },
  verify: {
    who: "odawara",
    path: () => "/verify",
    from: (page) => heading(page, "保証確認サービス"),
    until: (page) => page.getByRole("form", { name: "照会" }),
    holds: ["保証契約番号", "認証キー", "照会する"],
  },
};

/** Nothing of this run may remain in a kept picture: neither its names nor a key. */
async function tidyUp(page: Page, { given }: World): Promise<void> {
  await page.evaluate((number) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      node.nodeValue = (node.nodeValue ?? "")
        .replace(/ [0-9a-f]{8}(?![0-9a-f])/g, "")
        .replace(/閲覧工事|下書き工事|審査中工事/g, "道路改良工事")
        .replace(number, "35075-00000M")
        .replace(location.origin, "https://hosho-desk.example");
    const sample = [
      ["Z", "28", "Y"],
      ["UE", "4", "J"],
      ["", "3", "Bux"],
    ];
    for (const [at, group] of [...document.querySelectorAll(".key > span")].entries()) {
      const [before = "", digits = "", after = ""] = sample[at % 3] ?? [];
      const underlined = document.createElement("u");
      underlined.textContent = digits;
      group.replaceChildren(before, underlined, after);
    }
  }, given.number);
}

/** From the first to the last, with some space around; counted from the top of the page. */
async function frameOf(page: Page, first: Locator, last: Locator) {
  const room = 12;
  const scrolled = await page.evaluate(() => scrollY);
  const [a, b] = [await first.boundingBox(), await last.boundingBox()];
  if (!a || !b) throw new Error("what the picture begins or ends with is not shown");
  const x = Math.round(Math.min(a.x, b.x) - room);
  const y = Math.round(Math.min(a.y, b.y) + scrolled - room);
  const width = Math.round(Math.max(a.x + a.width, b.x + b.width) + room) - x;
  const height = Math.round(Math.max(a.y + a.height, b.y + b.height) + scrolled + room) - y;
  return { x, y, width, height };
}

for (const [name, shot] of Object.entries(shots) as [PictureName, Shot][]) {
  const { who, path, show, window = 848, from, until = from, holds } = shot;
  test(`the help's picture "${name}" still shows what is on the screen`, async ({ as, world }) => {
    const page = await as(who, { viewport: { width: window, height: 1100 } });
    await page.goto(path(world));
    await show?.(page);
    const [first, last] = [from(page).first(), until(page).first()];
    await first.scrollIntoViewIfNeeded();
    if (mode === "write") await tidyUp(page, world);
    const clip = await frameOf(page, first, last);
    for (const words of holds) {
      const places = await page.getByRole("main").getByText(words).filter({ visible: true }).all();
      const boxes = await Promise.all(places.map((place) => place.boundingBox()));
      const scrolled = await page.evaluate(() => scrollY);
      const held = boxes.some(
        (box) => box && box.y + scrolled >= clip.y && box.y + scrolled + box.height <= clip.y + clip.height,
      );
      expect(held, `「${words}」 stands in the picture`).toBe(true);
    }
    if (mode !== "write") return;
    await page.evaluate(() =>
      document.activeElement instanceof HTMLElement ? document.activeElement.blur() : null,
    );
    const png = await page.screenshot({ fullPage: true, clip });
    writeFileSync(inCheckout(`public/help/${name}.png`), await toPalettePng(png));
    const { width, height } = HELP_PICTURES[name];
    expect({ width, height }, "its size in lib/features/help/constants.ts").toEqual({
      width: clip.width,
      height: clip.height,
    });
  });
}
