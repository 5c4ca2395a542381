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
  /** What a person does to see it. */
  show?: (page: Page) => Promise<void>;
  /** What the picture begins with. */
  from: (page: Page) => Locator;
  /** Words that the help speaks of: they must stand in the picture. */
  holds: readonly string[];
};

const shots: Record<PictureName, Shot> = {
  "form-electronic": {
    who: "contractor",
    path: (world) => `/desk/applications/${world.draftId}/edit/products`,
    from: (page) => answerable(page, "前払金保証を申し込む").locator("xpath=ancestor::label"),
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
    from: (page) => page.getByRole("heading", { level: 1 }),
    holds: ["電子保証（認証キー）発行完了のお知らせ", "本文"],
  },
  desk: {
    who: "contractor",
    path: () => "/desk",
    from: (page) => heading(page, "全体トップ"),
    holds: ["全体トップ", "保証契約一覧"],
  },
  "keys-list": {
    who: "contractor",
    path: () => "/desk/contracts/keys",
    from: (page) => heading(page, "保証契約一覧"),
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
    holds: ["電子保証情報（履歴情報）", "選択"],
  },
  handover: {
    who: "contractor",
    path: (world) => `/desk/contracts/${world.electronicId}`,
    from: (page) => heading(page, "小田原市への提出のしかた"),
    holds: ["提出の方法", "提出先", "件名"],
  },
  verify: {
    who: "odawara",
    path: () => "/verify",
    from: (page) => heading(page, "保証確認サービス"),
    holds: ["保証契約番号", "認証キー", "照会する"],
  },
};

/** Nothing of this run stays in a picture that is kept: neither its names nor a key. */
async function tidyUp(page: Page, { given }: World): Promise<void> {
  await page.evaluate((number) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      node.nodeValue = (node.nodeValue ?? "")
        .replace(/ [0-9a-f]{8}(?![0-9a-f])/g, "")
        .replace(/閲覧工事|下書き工事|審査中工事/g, "道路改良工事")
        .replace(number, "35075-00000M");
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

for (const [name, { who, path, show, from, holds }] of Object.entries(shots) as [PictureName, Shot][]) {
  const { width, height } = HELP_PICTURES[name];
  test(`the help's picture "${name}" still shows what is on the screen`, async ({ as, world }) => {
    const page = await as(who, { viewport: { width: width + 32, height: 1100 } });
    await page.goto(path(world));
    await show?.(page);
    const begin = from(page).first();
    await begin.scrollIntoViewIfNeeded();
    if (mode === "write") await tidyUp(page, world);
    const box = await begin.boundingBox();
    expect(box, "what the picture begins with").not.toBeNull();
    const top = Math.max(0, Math.round((box?.y ?? 0) - 12) + (await page.evaluate(() => scrollY)));
    for (const words of holds) {
      const places = await page.getByRole("main").getByText(words).filter({ visible: true }).all();
      const boxes = await Promise.all(places.map((place) => place.boundingBox()));
      const scrolled = await page.evaluate(() => scrollY);
      const held = boxes.some(
        (one) => one && one.y + scrolled >= top && one.y + scrolled + one.height <= top + height,
      );
      expect(held, `「${words}」 stands in the picture`).toBe(true);
    }
    if (mode !== "write") return;
    await page.evaluate(() =>
      document.activeElement instanceof HTMLElement ? document.activeElement.blur() : null,
    );
    const png = await page.screenshot({ fullPage: true, clip: { x: 16, y: top, width, height } });
    writeFileSync(inCheckout(`public/help/${name}.png`), await toPalettePng(png));
  });
}
