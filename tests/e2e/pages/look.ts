import { expect, type Page } from "@playwright/test";
import axe from "axe-core";
import { inCheckout } from "#lib/cli/paths.ts";

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What is wrong with a page, in words; empty when all is well. */
type Wrongs = string[];

/** Runs in the page: headings, labels, badges and the sizes of what is pressed. */
function shapes(): Wrongs {
  const visible = (element: Element) => {
    const { width, height } = element.getBoundingClientRect();
    return width > 1 && height > 1 && element.checkVisibility({ visibilityProperty: true });
  };
  const name = (element: Element) => element.outerHTML.replace(/\s+/g, " ").slice(0, 140);
  const text = (element: Element | null | undefined) => element?.textContent?.trim() ?? "";
  const wrongs: Wrongs = [];

  const heads = [...document.querySelectorAll("h1")].filter(visible);
  if (heads.length !== 1) wrongs.push(`${heads.length} h1`);

  // A question's words: its legend when it is a group of choices, else its label, with what stands beside it; a part of
  // a group that is asked for as a whole (the members of a joint venture) has the words of the group.
  const ownWords = (field: HTMLInputElement) =>
    /^(radio|checkbox)$/.test(field.type)
      ? text(field.closest("fieldset")?.querySelector(":scope > legend"))
      : text(field.closest(".field")?.querySelector("label")?.parentElement?.closest(".label, .field")) ||
        text(field.labels?.[0]);
  const questionOf = (field: HTMLInputElement) =>
    ownWords(field) + text(field.closest("fieldset.part")?.querySelector(":scope > legend"));
  for (const form of document.querySelectorAll("form")) {
    if (!visible(form) || !/必須|任意/.test(text(form))) continue;
    for (const field of form.querySelectorAll<HTMLInputElement>("input, select, textarea")) {
      if (/^(hidden|checkbox|file)$/.test(field.type) || !visible(field)) continue;
      if (!/必須|任意/.test(questionOf(field))) wrongs.push(`neither 必須 nor 任意: ${name(field)}`);
    }
  }
  for (const field of document.querySelectorAll<HTMLInputElement>("input, select, textarea")) {
    if (field.type === "hidden" || !visible(field)) continue;
    if (field.placeholder) wrongs.push(`a placeholder: ${name(field)}`);
    if (!field.labels?.length && !field.hasAttribute("aria-labelledby") && !field.hasAttribute("aria-label"))
      wrongs.push(`no label: ${name(field)}`);
    const required = field.required || field.getAttribute("aria-required") === "true";
    if (required && !/必須/.test(questionOf(field))) wrongs.push(`required without 必須: ${name(field)}`);
  }

  const pressed =
    "a[href], button, summary, input:not([type=hidden]), select, textarea, [role=button], [role=option]";
  for (const target of document.querySelectorAll<HTMLElement>(pressed)) {
    if (!visible(target) || target.closest(".skip")) continue;
    // A choice is pressed anywhere on its label; a link that covers its card, anywhere on the card.
    const area =
      target instanceof HTMLInputElement && /^(radio|checkbox)$/.test(target.type)
        ? (target.closest("label") ?? target)
        : (target.closest(".entry-card") ?? target);
    const { width, height } = area.getBoundingClientRect();
    const main = target.matches(".button");
    const least = main ? 44 : 24;
    if (width >= least - 0.5 && height >= least - 0.5) continue;
    // WCAG 2.5.8: a link in a sentence has the height of its line.
    const block = target.parentElement?.closest("p, li, dd, td, th, div, legend, label, h1, h2, h3");
    const inSentence =
      !main && getComputedStyle(target).display === "inline" && text(block).length > text(target).length;
    if (!inSentence) wrongs.push(`${Math.round(width)} x ${Math.round(height)} px to press: ${name(target)}`);
  }
  return wrongs;
}

/** Runs in the page: what does not fit into the window, with or without the spacing of WCAG 1.4.12. */
function misfits(): Wrongs {
  const wrongs: Wrongs = [];
  const over = document.documentElement.scrollWidth - innerWidth;
  if (over > 0) {
    const wide = [...document.querySelectorAll("body *")].filter(
      (element) => element.getBoundingClientRect().right > innerWidth + 0.5,
    );
    wrongs.push(
      `${over} px to scroll sideways: ${wide.at(-1)?.outerHTML.replace(/\s+/g, " ").slice(0, 140)}`,
    );
  }
  for (const element of document.querySelectorAll<HTMLElement>("main *")) {
    const { overflowX, overflowY, clipPath } = getComputedStyle(element);
    if (clipPath !== "none" || element.closest("svg") || !element.checkVisibility()) continue;
    const cut =
      (overflowX === "hidden" && element.scrollWidth > element.clientWidth + 1) ||
      (overflowY === "hidden" && element.scrollHeight > element.clientHeight + 1);
    if (cut) wrongs.push(`cut off: ${element.outerHTML.replace(/\s+/g, " ").slice(0, 140)}`);
  }
  return wrongs;
}

/** Runs in the page: spaces the text as WCAG 1.4.12 lets a reader do. */
function spaceOut(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }" +
      "p { margin-bottom: 2em !important }",
  );
  document.adoptedStyleSheets = [sheet];
}

/** Runs in the page under forced colours: controls that have lost their edge. */
function edgeless(): Wrongs {
  const controls = "input:not([type=hidden], [type=radio], [type=checkbox]), select, textarea, .button";
  return [...document.querySelectorAll<HTMLElement>(controls)]
    .filter(
      (element) =>
        element.checkVisibility({ visibilityProperty: true }) && !element.closest(".visually-hidden"),
    )
    .filter((element) => {
      const { borderTopWidth, borderTopStyle, borderTopColor } = getComputedStyle(element);
      const ground = getComputedStyle(document.body).backgroundColor;
      return Number.parseFloat(borderTopWidth) < 1 || borderTopStyle === "none" || borderTopColor === ground;
    })
    .map((element) => `no edge: ${element.outerHTML.replace(/\s+/g, " ").slice(0, 140)}`);
}

/** Runs in the page for print: what has no use on paper. */
function notForPaper(): Wrongs {
  return [...document.querySelectorAll(".site, .footer, .main-nav, .breadcrumbs, .skip, .actions .button")]
    .filter((element) => element.checkVisibility({ visibilityProperty: true }))
    .map((element) => `on paper: ${element.outerHTML.replace(/\s+/g, " ").slice(0, 100)}`);
}

/** How many sheets of A4 the page takes on paper, with the margins that its style asks for. */
export async function sheetsOf(page: Page): Promise<number> {
  const printed = await page.pdf({ format: "A4", preferCSSPageSize: true, printBackground: true });
  return printed.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

/** How the page asks its questions and how large its targets are, as it stands. */
function shapesOf(page: Page): Promise<Wrongs> {
  return page.evaluate(shapes);
}

/**
 * The page in other modes: 320 px wide (which is 1280 at 400 %), with spaced text, with text of twice the size, with
 * tables just unfolded, in forced colours, with reduced motion, on paper. Leaves the page as it was but for its size.
 */
async function modesOf(page: Page): Promise<Record<string, Wrongs>> {
  await page.setViewportSize({ width: 320, height: 256 });
  const narrow = await page.evaluate(misfits);
  await page.evaluate(spaceOut);
  const spaced = await page.evaluate(misfits);
  await page.evaluate(() => {
    document.adoptedStyleSheets = [];
  });
  // A phone whose text is set to twice its size (WCAG 1.4.4).
  await page.setViewportSize({ width: 375, height: 667 });
  const browser = await page.context().newCDPSession(page);
  await browser.send("Page.setFontSizes", { fontSizes: { standard: 32, fixed: 26 } });
  const large = await page.evaluate(misfits);
  await browser.send("Page.setFontSizes", { fontSizes: { standard: 16, fixed: 13 } });
  await browser.detach();
  // Just wider than where tables fold into labelled rows: there they are the narrowest.
  await page.setViewportSize({ width: 964, height: 700 });
  const unfolded = await page.evaluate(misfits);
  await page.emulateMedia({ forcedColors: "active", reducedMotion: "reduce" });
  const forced = await page.evaluate(edgeless);
  const moving = await page.evaluate(async () => {
    const running = () => document.getAnimations().filter(({ playState }) => playState === "running");
    // A transition that began before reduced motion was requested, such as a button's change of colour, may finish.
    const ending = running().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    await Promise.all(ending.map(({ finished }) => finished.catch(() => undefined)));
    return running().map(String);
  });
  // A4 without its margins; a certificate brings its own and takes the whole sheet.
  const whole = await page.evaluate(() => document.querySelector(".sheet") !== null);
  await page.setViewportSize({ width: whole ? 794 : 688, height: 900 });
  await page.emulateMedia({ media: "print", forcedColors: "none", reducedMotion: "no-preference" });
  const paper = [...(await page.evaluate(misfits)), ...(await page.evaluate(notForPaper))];
  await page.emulateMedia({ media: "screen" });
  return { narrow, spaced, large, unfolded, forced, moving, paper };
}

/** Runs in the page, once axe is there. What passes is not described: that took longer than finding what fails. */
async function axeFinds(values: string[]): Promise<Wrongs> {
  const { run } = (globalThis as typeof globalThis & { axe: typeof axe }).axe;
  const { violations } = await run({ resultTypes: ["violations"], runOnly: { type: "tag", values } });
  return violations.map(({ id, help, nodes }) => `${id}: ${help} — ${nodes[0]?.html}`);
}

/** What axe finds wrong in the page as it stands. A page reads axe's half megabyte once, however often it is asked. */
export async function violationsOf(page: Page): Promise<Wrongs> {
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(axe.source);
  return page.evaluate(axeFinds, tags);
}

/**
 * Checks the present page: axe, headings, labels and targets at the two widths of the design, and the modes that
 * readers need. `name` is reported with what is wrong. Leaves the page as it was, 1280 px wide.
 */
export async function lookAt(page: Page, name: string): Promise<void> {
  for (const width of [1280, 375]) {
    await page.setViewportSize({ width, height: 900 });
    expect.soft(await violationsOf(page), `${name}: axe at ${width} px`).toEqual([]);
    expect.soft(await shapesOf(page), `${name}: headings, labels and targets at ${width} px`).toEqual([]);
    // SCREENSHOTS=1 keeps a picture of every state, to be compared with the design.
    if (!process.env.SCREENSHOTS) continue;
    await page.screenshot({
      path: inCheckout("test-results/screenshots", `${name} ${width}.png`.replace(/[/[\]() ]+/g, "-")),
      fullPage: true,
    });
  }
  expect
    .soft(
      await modesOf(page),
      `${name}: 320 px, spaced and large text, forced colours, reduced motion, paper`,
    )
    .toEqual({ narrow: [], spaced: [], large: [], unfolded: [], forced: [], moving: [], paper: [] });
  await page.setViewportSize({ width: 1280, height: 900 });
}
