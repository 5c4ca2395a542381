import { describe, expect, it } from "vitest";
import { checkCase, type ExaminedCase, findDuplicates } from "#lib/features/examinations/rules.ts";
import type { SimilarApplication } from "#lib/features/examinations/types.ts";
import { parseApplication } from "#lib/features/questions/steps/form.ts";
import type { Answers, ObligeeChoice } from "#lib/features/questions/types.ts";
import { leafletCase } from "#prisma/seed/cases.ts";

const odawara: ObligeeChoice = {
  id: "odawara",
  name: "小田原市",
  title: "小田原市長",
  rule: {
    version: 1,
    acceptsElectronic: true,
    noticeOnOrAfter: "2026-04-01",
    nominationOnOrAfter: "2026-04-01",
    advanceCapPercent: 40,
    performanceMinPercent: 10,
    interimCapPercent: 20,
    advancesCapPercent: 60,
    demoPercentages: true,
    source: "デモ用の架空の条件",
  },
};

const answers = leafletAnswers();

function leafletAnswers(): Answers {
  const branches = [{ id: "kanagawa", name: "神奈川支店", tel: "", hours: "" }];
  const parsed = parseApplication(
    {
      ...leafletCase,
      obligee: odawara.id,
      branch: "kanagawa",
      workNumber: "第8-123号",
      advanceBank: "〇〇銀行",
    },
    { obligees: [odawara], branches },
  );
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
  return parsed.answers;
}

const leaflet: ExaminedCase = {
  answers,
  obligee: odawara,
  ruleVersionToday: 1,
  guaranteedYen: 25_000_000n,
  approvalLimitYen: 30_000_000n,
  sentOn: "2026-04-10",
  banks: new Map([["〇〇銀行", true]]),
  demoBanks: true,
  similarApplications: [],
};

const check = (examined: ExaminedCase, title: string) =>
  checkCase(examined).find((result) => result.title === title);
const withWorks = (works: Partial<Answers["works"]>) => ({
  ...leaflet,
  answers: { ...answers, works: { ...answers.works, ...works } },
});
const withProducts = (products: Partial<Answers["products"]>) => ({
  ...leaflet,
  answers: { ...answers, products: { ...answers.products, ...products } },
});

describe("the checks of an examination", () => {
  it("passes the leaflet's case with its figures", () => {
    expect(checkCase(leaflet)).toEqual([
      {
        title: "電子保証の対象",
        passed: true,
        reason: "公告日 令和8年4月1日 が条件（令和8年4月1日以降の公告）に合っています。",
      },
      {
        title: "前払金保証金額",
        passed: true,
        reason: "請負金額の40.0%です（上限 40.0%、デモ用の条件）。",
      },
      { title: "契約保証金額", passed: true, reason: "請負金額の10.0%です（下限 10.0%、デモ用の条件）。" },
      {
        title: "預託金融機関",
        passed: true,
        reason: "〇〇銀行は、前払金を預託できる金融機関です。（デモ用の一覧）",
      },
      {
        title: "保証金額の合計",
        passed: true,
        reason: "25,000,000円です（支店の限度額 30,000,000円以下）。",
      },
      { title: "重複", passed: true, reason: "同じ工事の申込はありません。" },
    ]);
  });

  it("measures 中間前払金 against both caps, and needs attention when the advance is of the same application", () => {
    const interim = {
      form: "electronic" as const,
      baseYen: null,
      expiresOn: null,
      receivedYen: 20_000_000n,
      guaranteeYen: 10_000_000n,
      bank: "〇〇銀行",
      redeposit: "no" as const,
      payment: "monthly" as const,
      billTo: "〇〇建設 株式会社",
      statement: "no" as const,
    };
    const alone = withProducts({ advance: null, performance: null, interim });
    expect(check(alone, "中間前払金保証金額")).toMatchObject({
      passed: true,
      reason: "請負金額の20.0%です（上限 20.0%、デモ用の条件）。",
    });
    expect(check(alone, "前払金と中間前払金の合計")).toMatchObject({
      passed: true,
      reason: "請負金額の60.0%です（上限 60.0%、デモ用の条件）。",
    });
    expect(check(alone, "中間前払金の順序")?.passed).toBe(true);
    const paper = withProducts({ advance: null, performance: null, interim: { ...interim, form: "paper" } });
    expect(check(paper, "電子保証の対象")?.reason).toContain("証書（紙）の申込");
    expect(check(withProducts({ interim }), "中間前払金の順序")?.passed).toBe(false);
    // 2026-04-03 to 2027-03-31 are 363 days: the 183rd, 2026-10-02, is the first with half of them behind it.
    expect(check({ ...alone, sentOn: "2026-10-01" }, "工期の2分の1の経過")).toEqual({
      title: "工期の2分の1の経過",
      passed: false,
      reason: "経過するのは令和8年10月2日からで、送信日は令和8年10月1日です。",
    });
    expect(check({ ...alone, sentOn: "2026-10-02" }, "工期の2分の1の経過")?.passed).toBe(true);
    const more = { ...interim, receivedYen: 20_000_001n };
    expect(check(withProducts({ advance: null, interim: more }), "前払金と中間前払金の合計")?.passed).toBe(
      false,
    );
  });

  it("a bank that is not consigned, or on no list at all, needs attention", () => {
    const bank = (consigned: boolean | null) =>
      check({ ...leaflet, banks: new Map([["〇〇銀行", consigned]]) }, "預託金融機関");
    expect(bank(false)).toMatchObject({ passed: false, reason: expect.stringContaining("一覧にありません") });
    expect(bank(null)).toMatchObject({ passed: false, reason: expect.stringContaining("見つかりません") });
    expect(check(withProducts({ advance: null }), "預託金融機関")).toBeUndefined();
  });

  it("a joint venture without members needs attention", () => {
    expect(check(leaflet, "JVの構成")).toBeUndefined();
    expect(check(withWorks({ jvName: "〇〇JV" }), "JVの構成")?.passed).toBe(false);
    const jv = {
      kind: "joint" as const,
      deposit: "whole" as const,
      ownShare: 6000,
      members: [{ name: "△△土木 株式会社", share: 4000 }],
    };
    expect(check(withWorks({ jvName: "〇〇JV", jv }), "JVの構成")?.passed).toBe(true);
  });

  it("a 公告日 a day too early needs attention", () => {
    expect(check(withWorks({ noticeOn: "2026-03-31" }), "電子保証の対象")).toMatchObject({ passed: false });
  });

  it("a missing deciding date needs attention and is named", () => {
    expect(check(withWorks({ noticeOn: null }), "電子保証の対象")).toEqual({
      title: "電子保証の対象",
      passed: false,
      reason: "公告日が未入力のため、判定できません。",
    });
  });

  it("asks nothing of the dates when every certificate is on paper", () => {
    const { advance, performance } = answers.products;
    const paper = withProducts({
      advance: advance && { ...advance, form: "paper" },
      performance: performance && { ...performance, form: "paper" },
    });
    paper.answers.works = { ...paper.answers.works, noticeOn: "2020-01-01" };
    expect(check(paper, "電子保証の対象")).toMatchObject({ passed: true });
  });

  it("weighs exact yen: one yen above the cap shows as 40.0% and still needs attention", () => {
    const { advance } = answers.products;
    const over = withProducts({ advance: advance && { ...advance, guaranteeYen: 20_000_001n } });
    expect(check(over, "前払金保証金額")).toEqual({
      title: "前払金保証金額",
      passed: false,
      reason: "請負金額の40.0%です（上限 40.0%、デモ用の条件）。",
    });
  });

  it("takes 今年度対象額 as the base when it was given", () => {
    const { advance } = answers.products;
    const based = withProducts({ advance: advance && { ...advance, baseYen: 40_000_000n } });
    expect(check(based, "前払金保証金額")).toMatchObject({
      passed: false,
      reason: "今年度対象額の50.0%です（上限 40.0%、デモ用の条件）。",
    });
  });

  it("one yen below the minimum of 契約保証 needs attention", () => {
    const { performance } = answers.products;
    const under = withProducts({ performance: performance && { ...performance, guaranteeYen: 4_999_999n } });
    expect(check(under, "契約保証金額")).toMatchObject({ passed: false });
  });

  it("says nothing about a product that was not applied for", () => {
    const titles = checkCase(withProducts({ advance: null })).map(({ title }) => title);
    expect(titles).not.toContain("前払金保証金額");
    expect(titles).toContain("契約保証金額");
  });

  it("lets one person do all up to and including the limit, and asks for two above it", () => {
    expect(check({ ...leaflet, guaranteedYen: 30_000_000n }, "保証金額の合計")).toMatchObject({
      passed: true,
    });
    expect(check({ ...leaflet, guaranteedYen: 30_000_001n }, "保証金額の合計")).toMatchObject({
      passed: false,
      reason:
        "30,000,001円です。支店の限度額 30,000,000円を超えるため、承認には審査した人とは別の承認者が必要です。",
    });
  });

  it("tells that the obligee's rule changed after the sending", () => {
    expect(check(leaflet, "発注者の条件")).toBeUndefined();
    expect(check({ ...leaflet, ruleVersionToday: 2 }, "発注者の条件")).toMatchObject({ passed: false });
  });
});

describe("finding a second application for the same works", () => {
  const similarApplication: SimilarApplication = {
    id: "similar",
    receiptNumber: "20260402-000009",
    companyName: "△△土木 株式会社",
    products: ["advance"],
    workName: "別の工事",
    workNumber: null,
  };

  it.each([
    ["the same number, written in full width", { workNumber: "第８－１２３号" }],
    ["the same name with other blanks", { workName: "道路　改良 工事" }],
    ["the same name under another number", { workName: "道路改良工事", workNumber: "第9号" }],
  ])("finds %s", (_, same) => {
    const twin = { ...similarApplication, ...same };
    expect(findDuplicates(answers, [similarApplication, twin])).toEqual([twin]);
    expect(check({ ...leaflet, similarApplications: [similarApplication, twin] }, "重複")).toMatchObject({
      passed: false,
      cases: [{ id: "similar", receiptNumber: "20260402-000009", companyName: "△△土木 株式会社" }],
    });
  });

  it("does not take two applications without a number for the same works", () => {
    const numberless = { ...answers, works: { ...answers.works, workNumber: null } };
    expect(findDuplicates(numberless, [similarApplication])).toEqual([]);
  });

  it("leaves an application for another product alone", () => {
    const advanceOnly = { ...answers, products: { ...answers.products, performance: null } };
    const other = { ...similarApplication, workName: "道路改良工事", products: ["performance"] };
    expect(findDuplicates(advanceOnly, [other])).toEqual([]);
    expect(findDuplicates(answers, [other])).toEqual([other]);
  });
});
