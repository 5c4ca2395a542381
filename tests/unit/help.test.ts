import { readdirSync, readFileSync, statSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { articles } from "#components/help/articles/articles.ts";
import { terms } from "#components/help/articles/terms.ts";
import { inCheckout } from "#lib/cli/paths.ts";
import { HELP_PICTURES, HELP_SLUGS } from "#lib/features/help/constants.ts";
import { plainText, searchHelp } from "#lib/features/help/rules.ts";
import type { HelpBlock, Inline } from "#lib/features/help/types.ts";
import { type FieldName, LINES, QUESTIONS } from "#lib/features/questions/constants.ts";
import type { Line } from "#lib/features/questions/lines/line.ts";
import { sources } from "#tests/architecture/sources.ts";

const sections = articles.flatMap((article) => article.sections.map((section) => ({ article, section })));
const blocks = sections.flatMap(({ section }) => section.blocks);

const inlinesOf = (block: HelpBlock): Inline[] => {
  if (block.kind === "list") return [...block.items];
  if (block.kind === "steps") return block.items.map(({ text }) => text);
  return block.kind === "text" || block.kind === "note" || block.kind === "warning" ? [block.text] : [];
};

const places = new Set(sections.map(({ article, section }) => `/help/${article.slug}#${section.anchor}`));
for (const { slug } of articles) places.add(`/help/${slug}`);

describe("the help's pages", () => {
  it("are the ones that have an address, each place named once", () => {
    expect(articles.map(({ slug }) => slug)).toEqual([...HELP_SLUGS]);
    expect(places.size).toBe(sections.length + articles.length);
    for (const { section } of sections) expect(section.anchor).toMatch(/^[a-z][a-z0-9-]*$/);
  });

  it("say in text whatever a figure or a picture shows", () => {
    for (const { section } of sections)
      expect(
        section.blocks.some(({ kind }) => kind !== "figure"),
        section.title,
      ).toBe(true);
    for (const { alt } of Object.values(HELP_PICTURES)) expect(alt.length).toBeGreaterThan(15);
  });

  it("end every sentence, and keep it short enough to read", () => {
    const sentences = blocks
      .flatMap(inlinesOf)
      .map(plainText)
      .flatMap((text) => text.match(/[^。]+。?/g) ?? []);
    expect(sentences.filter((sentence) => sentence.length > 90)).toEqual([]);
  });

  it("are led to by links that arrive: from the form, from pages, and among themselves", () => {
    const asked = sources.flatMap(({ file, text }) =>
      [...text.matchAll(/\bhelpPath\(\s*"([a-z-]+)"(?:,\s*"([a-z0-9-]+)")?,?\s*\)/g)].map(
        ([, slug, anchor]) => ({ file, place: `/help/${slug}${anchor ? `#${anchor}` : ""}` }),
      ),
    );
    expect(asked.length).toBeGreaterThan(5);
    const lines = Object.entries(LINES) as [string, Line][];
    for (const [name, { more }] of lines) if (more) asked.push({ file: name, place: `/help/faq#${more}` });
    expect(asked.length).toBeGreaterThan(30);
    expect(asked.filter(({ place }) => !places.has(place))).toEqual([]);
  });

  it("explain each field that has a question mark on the leaflet", () => {
    const marked: FieldName[] = [
      ...(["advanceForm", "advanceBaseYen", "advanceYen", "advanceBank", "advanceBillTo"] as const),
      ...([
        "performanceForm",
        "performanceYen",
        "performanceBillTo",
        "noticeEmail",
        "contactDepartment",
      ] as const),
      ...(["worksFrom", "worksTo", "interimYen", "jvKind", "jvDeposit"] as const),
    ];
    expect(marked.filter((name) => !QUESTIONS[name].more || !QUESTIONS[name].help)).toEqual([]);
    const fields = [
      "certificate-form",
      "current-year-amount",
      "advance-amount",
      "performance-amount",
      "deposit-bank",
      "redeposit",
      "premium-payment",
      "bill-to",
      "premium-statement",
      "issued-mail",
      "contact",
    ];
    expect(fields.filter((anchor) => !places.has(`/help/faq#${anchor}`))).toEqual([]);
  });

  it("use the words of the glossary, to the letter", () => {
    const glossary = readFileSync(inCheckout("docs/glossary.md"), "utf8");
    const words = terms.sections.map(({ title }) => title);
    expect(words.filter((word) => !glossary.includes(word))).toEqual([]);
  });
});

describe("the pictures of the help", () => {
  const folder = inCheckout("public/help");
  const names = Object.keys(HELP_PICTURES);

  it("are all there and all shown, and no other file is", () => {
    expect(readdirSync(folder).sort()).toEqual(names.map((name) => `${name}.png`).sort());
    const shown = blocks.flatMap((block) =>
      block.kind === "steps" ? block.items.flatMap(({ picture }) => picture ?? []) : [],
    );
    expect([...new Set(shown)].sort()).toEqual(names.toSorted());
  });

  it("have the size that the page leaves for them, and weigh at most 60 KB", () => {
    for (const [name, { width, height }] of Object.entries(HELP_PICTURES)) {
      const file = `${folder}/${name}.png`;
      const bytes = readFileSync(file);
      expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)], name).toEqual([width, height]);
      expect(statSync(file).size, name).toBeLessThanOrEqual(60 * 1024);
    }
  });
});

describe("searching the help", () => {
  const found = (query: string) => searchHelp(articles, query);
  const places = (query: string) =>
    found(query).map(({ article, section }) => `${article.slug}#${section.anchor}`);

  it("finds words however they are typed: half or full width, kana with separate marks, any case", () => {
    expect(places("再預託")).toContain("faq#redeposit");
    expect(places("ﾀﾞｳﾝﾛｰﾄﾞ")).toEqual(places("ダウンロード"));
    expect(places("ダウンロード")).toContain("get-key#receive");
    expect(places("ｐｄｆ")).toEqual(places("PDF"));
    expect(places("PDF").length).toBeGreaterThan(2);
  });

  it("wants every word of several, across a full-width space too", () => {
    const both = places("認証キー　なくし");
    expect(both).toContain("get-key#again");
    expect(both.length).toBeLessThan(places("認証キー").length);
    expect(places("認証キー 甲乙丙")).toEqual([]);
  });

  it("finds other words for the same, and a reading in kana", () => {
    expect(places("迷惑メール")).toContain("get-key#no-mail");
    expect(places("しゃぜつ")).toContain("terms#refuse");
    expect(places("暗証番号")).toContain("terms#verification-key");
  });

  it.each([
    ["再発行", "get-key#reissue"],
    ["もれ", "get-key#reissue"],
    ["知られた", "get-key#reissue"],
    ["届いたか", "hand-in#seen"],
    ["へ提出する", "hand-in#button"],
    ["メールの設定", "faq#notice-mail"],
    ["サインアウトさせる", "faq#devices"],
    ["JV", "faq#joint-venture"],
    ["年度割", "faq#years"],
    ["添付書類", "faq#attachments"],
    ["下書き 削除", "faq#delete-draft"],
    ["復元", "faq#delete-draft"],
  ])("leads who looks for %s to %s", (query, place) => {
    expect(places(query)).toContain(place);
  });

  it("puts the word itself first, then a question that asks for it, before those that only mention it", () => {
    expect(places("再預託").slice(0, 2)).toEqual(["terms#re-deposit", "faq#redeposit"]);
    expect(places("認証キー")[0]).toBe("terms#verification-key");
    expect(found("認証キー").length).toBeGreaterThan(3);
  });

  it("shows the first sentence of a question that asks for the words, with what はい or いいえ begins", () => {
    const hit = found("だれでも見られますか").find(({ section }) => section.anchor === "safety");
    expect(hit?.passage).toBe("いいえ。照会できるのは、ログインした発注者の担当者だけです。");
  });

  it("shows the sentence that holds the words", () => {
    const hit = found("1か月分").find(({ section }) => section.anchor === "premium-payment");
    expect(hit?.passage).toContain("1か月分");
  });

  it("finds nothing for nothing, and does not mind a very long query", () => {
    expect(found("")).toEqual([]);
    expect(found("  　 ")).toEqual([]);
    expect(found("ーーー")).toEqual([]);
    expect(found("あ".repeat(100_000))).toEqual([]);
  });
});
