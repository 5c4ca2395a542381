import { describe, expect, it } from "vitest";
import { isFound } from "#lib/features/obligees/rules.ts";
import { judgeEligibility, OTHER_OBLIGEE } from "#lib/features/questions/steps/eligibility.ts";
import type { ObligeeChoice } from "#lib/features/questions/types.ts";

const rule = {
  version: 1,
  acceptsElectronic: true,
  noticeOnOrAfter: "2026-04-01" as string | null,
  nominationOnOrAfter: "2026-04-01" as string | null,
  advanceCapPercent: 40,
  performanceMinPercent: 10,
  interimCapPercent: 20,
  advancesCapPercent: 60,
  demoPercentages: true,
  source: "リーフレット 1. ご利用条件",
};
const obligees: ObligeeChoice[] = [
  { id: "o", name: "小田原市", title: "小田原市長", rule },
  {
    id: "m",
    name: "見本市",
    title: "見本市長",
    rule: { ...rule, noticeOnOrAfter: null, nominationOnOrAfter: null },
  },
  {
    id: "c",
    name: "競争市",
    title: "競争市長",
    rule: { ...rule, nominationOnOrAfter: null },
  },
  { id: "t", name: "見本町", title: "見本町長", rule: { ...rule, acceptsElectronic: false } },
];
const judge = (raw: Parameters<typeof judgeEligibility>[0]) => judgeEligibility(raw, obligees);

describe("the list of obligees", () => {
  it("is searched by characters and by their reading, in either kana and any width", () => {
    const odawara = { name: "小田原市", title: "小田原市長", reading: "おだわらしちょう" };
    for (const query of ["小田原", "市長", "おだわら", "オダワラ", "ｵﾀﾞﾜﾗ　", ""])
      expect(isFound(odawara, query), query).toBe(true);
    for (const query of ["箱根", "はこね", "小田原町"]) expect(isFound(odawara, query), query).toBe(false);
    expect(isFound({ ...odawara, reading: "" }, "おだわら")).toBe(false);
  });
});

describe("whether 電子保証 may be used", () => {
  it("is not answered before an obligee is chosen, nor for one that does not exist", () => {
    expect(judge({})).toBeNull();
    expect(judge({ procurement: "open", noticeOn: "2026/4/1" })).toBeNull();
    expect(judge({ obligee: "nobody" })).toBeNull();
  });

  it.each([
    ["可", { procurement: "open", noticeOn: "R8.4.1" }],
    ["不可", { procurement: "open", noticeOn: "令和8年3月31日" }],
    ["可", { procurement: "designated", noticeOn: "20260401" }],
    ["可", { procurement: "negotiated", nominatedOn: "2026-04-01" }],
    ["不可", { procurement: "negotiated", nominatedOn: "2026/3/31", noticeOn: "2026/4/1" }],
    ["不可", { procurement: "open", noticeOn: "2026/3/31", nominatedOn: "2026/4/1" }],
    ["要確認", {}],
    ["要確認", { procurement: "open" }],
    ["要確認", { procurement: "open", nominatedOn: "2026/4/1" }],
    ["要確認", { procurement: "negotiated", noticeOn: "2026/4/1" }],
    ["要確認", { noticeOn: "2026/4/1" }],
    ["要確認", { procurement: "constructor", noticeOn: "2026/4/1" }],
  ])("%s for 小田原市長 with %j, with the rule's citation", (mark, given) => {
    expect(judge({ obligee: "o", ...given })).toMatchObject({ mark, source: rule.source });
  });

  it("is refused with the words of the form", () => {
    expect(judge({ obligee: "o", procurement: "open", noticeOn: "2026/3/31" })?.reason).toBe(
      "公告日が令和8年3月31日のため、小田原市長の電子保証の対象外です。証書（紙）をお選びください。",
    );
    expect(judge({ obligee: "t" })).toMatchObject({
      mark: "不可",
      reason: "見本町長は電子保証に対応していません。証書（紙）をお選びください。",
    });
  });

  it("names what is missing, and a date that cannot be read", () => {
    expect(judge({ obligee: "o" })?.reason).toContain("入札・契約方法を選んでください");
    expect(judge({ obligee: "o", procurement: "open" })?.reason).toContain("公告日を入力してください");
    expect(judge({ obligee: "o", procurement: "negotiated" })?.reason).toContain("指名日を入力してください");
    expect(judge({ obligee: "o", procurement: "open", noticeOn: "四月" })?.reason).toContain(
      "公告日を読み取れません",
    );
  });

  it("is to be asked for where the rule does not speak of the procurement", () => {
    expect(judge({ obligee: "c", procurement: "negotiated", nominatedOn: "2026/5/1" })).toMatchObject({
      mark: "要確認",
      title: "競争市長に確認してください",
      source: rule.source,
    });
    expect(judge({ obligee: "c", procurement: "open", noticeOn: "2026/5/1" })?.mark).toBe("可");
  });

  it("needs nothing more where the obligee sets no date", () => {
    expect(judge({ obligee: "m" })?.mark).toBe("可");
  });

  it("is to be asked for an obligee that the list does not have", () => {
    expect(judge({ obligee: OTHER_OBLIGEE, procurement: "open", noticeOn: "2026/4/1" })).toMatchObject({
      mark: "要確認",
      source: null,
    });
  });
});
