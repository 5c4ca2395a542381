import { describe, expect, test } from "vitest";
import { leftOutWarning, namelessWarning, warningsOf } from "#lib/features/questions/steps/warnings.ts";
import type { Answers, ObligeeChoice } from "#lib/features/questions/types.ts";

const works = { worksFrom: "2026-11-01", worksTo: "2027-03-31" };
const answers = (interim: { expiresOn: string | null } | null) => {
  const years = interim?.expiresOn ? [{ fiscalYear: 2026, plannedYen: 1n }] : [];
  return {
    works: { ...works, years, jv: null },
    products: { advance: null, performance: null, interim },
  } as unknown as Answers;
};

describe("A possible mistake is pointed out before sending", () => {
  test("a product that is filled in without its box", () => {
    expect(leftOutWarning({ performanceYen: "10,000,000" }, "performance")).toBe(
      "「契約保証を申し込む」にチェックがないため、入力した内容は申込に含まれません。申し込むときは、チェックを入れてください。",
    );
    expect(
      leftOutWarning({ performanceYen: "10,000,000", performanceApply: "on" }, "performance"),
    ).toBeNull();
  });

  test("what comes with every draft is nobody's slip", () => {
    const prefilled = {
      performanceBillTo: "〇〇建設 株式会社",
      advanceBank: "横浜銀行",
      performanceYen: "　",
    };
    expect(leftOutWarning(prefilled, "performance")).toBeNull();
    expect(leftOutWarning(prefilled, "advance")).toBeNull();
    expect(warningsOf(prefilled, answers(null), [], "2026-11-23")).toEqual([]);
  });

  test("the members of a joint venture whose name was emptied", () => {
    const nameless = { jvName: " ", jvMember1: "△△土木 株式会社" };
    expect(namelessWarning(nameless)).toContain("入力したJVの構成は申込に含まれません。");
    expect(warningsOf(nameless, answers(null), [], "2026-11-23")).toHaveLength(1);
    expect(namelessWarning({ ...nameless, jvName: "〇〇JV" })).toBeNull();
    expect(namelessWarning({ jvName: "" })).toBeNull();
  });

  test("a 中間前払金 before half of the 工期, and with 年度割 before half of the year's part", () => {
    expect(warningsOf({ interimApply: "on" }, answers({ expiresOn: null }), [], "2027-01-15")).toEqual([
      expect.stringContaining("令和9年1月16日から"),
    ]);
    expect(warningsOf({ interimApply: "on" }, answers({ expiresOn: null }), [], "2027-01-16")).toEqual([]);
    expect(
      warningsOf({ interimApply: "on" }, answers({ expiresOn: "2027-01-10" }), [], "2026-12-31"),
    ).toEqual([]);
  });

  test("an obligee whose rule says nothing of this procurement, when 電子保証 is applied for", () => {
    const obligee = {
      id: "c",
      name: "競争市",
      title: "競争市長",
      rule: { acceptsElectronic: true, noticeOnOrAfter: "2026-04-01", nominationOnOrAfter: null },
    } as unknown as ObligeeChoice;
    const asking = (form: "electronic" | "paper", procurement: "open" | "negotiated") =>
      ({
        works: {
          ...works,
          years: [],
          jv: null,
          obligeeId: "c",
          procurement,
          noticeOn: "2026-05-01",
          nominatedOn: "2026-05-01",
        },
        products: { advance: null, performance: { form }, interim: null },
      }) as unknown as Answers;
    const warnings = (form: "electronic" | "paper", procurement: "open" | "negotiated") =>
      warningsOf({}, asking(form, procurement), [obligee], "2026-11-23");
    expect(warnings("electronic", "negotiated")).toEqual([
      expect.stringContaining("随意契約についての定めがありません"),
    ]);
    expect(warnings("paper", "negotiated")).toEqual([]);
    expect(warnings("electronic", "open")).toEqual([]);
  });
});
