import { describe, expect, it } from "vitest";
import { hintOrder } from "#lib/features/questions/rules.ts";
import { judgeDraft, measuresOf } from "#lib/features/questions/steps/live.ts";
import { tabProgress } from "#lib/features/questions/steps/progress.ts";
import type { Context, RawDraft } from "#lib/features/questions/types.ts";

const rule = {
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
};
const context: Context = {
  obligees: [{ id: "odawara", name: "小田原市", title: "小田原市長", rule }],
  branches: [{ id: "kanagawa", name: "神奈川支店", tel: "045-000-0000", hours: "平日" }],
};

const advanceShare = (raw: RawDraft) => measuresOf("advance", raw, context)[0];
const performanceShare = (raw: RawDraft) => measuresOf("performance", raw, context)[0];
const interimShares = (raw: RawDraft) => {
  const [alone, both] = measuresOf("interim", raw, context);
  return { alone, both };
};
const eligibilityOf = (raw: RawDraft) => judgeDraft(raw, context).eligibility;

describe("what the form tells while typing", () => {
  it("shows the leaflet's shares, whatever the width and the separators", () => {
    const raw = {
      obligee: "odawara",
      contractYen: "５０，０００，０００",
      advanceYen: "20000000",
      performanceYen: "5,000,000円",
    };
    expect(advanceShare(raw)).toMatchObject({ base: "請負金額", ratio: "40.0%", met: true });
    expect(performanceShare(raw)).toMatchObject({ ratio: "10.0%", met: true });
  });

  it("takes 今年度対象額 for the base as soon as something stands there", () => {
    const raw = {
      obligee: "odawara",
      contractYen: "50,000,000",
      advanceBaseYen: "25,000,000",
      advanceYen: "10,000,001",
    };
    expect(advanceShare(raw)).toMatchObject({ base: "今年度対象額", ratio: "40.0%", met: false });
    expect(advanceShare({ ...raw, advanceBaseYen: "二千万" })).toMatchObject({
      base: "今年度対象額",
      ratio: null,
      met: null,
    });
  });

  it("judges by exact yen, one yen below the minimum being too little", () => {
    const raw = { obligee: "odawara", contractYen: "49999999", performanceYen: "4999999" };
    expect(performanceShare(raw)).toMatchObject({
      ratio: "10.0%",
      met: false,
      limitYen: 5_000_000n,
    });
    const over = { obligee: "odawara", contractYen: "19999999", advanceYen: "8000000" };
    expect(advanceShare(over)).toMatchObject({ ratio: "40.0%", met: false, limitYen: 7_999_999n });
    expect(advanceShare({ ...over, advanceYen: "7999999" })?.met).toBe(true);
    expect(performanceShare({ ...raw, performanceYen: "5000000" })?.met).toBe(true);
  });

  it("measures 中間前払金 alone and with the 前払金, the one of the same application first", () => {
    const raw = {
      obligee: "odawara",
      contractYen: "50,000,000",
      advanceYen: "15,000,000",
      interimReceivedYen: "20,000,000",
      interimYen: "10,000,000",
    };
    expect(interimShares(raw)).toMatchObject({
      alone: { base: "請負金額", ratio: "20.0%", met: true },
      both: { yen: 30_000_000n, ratio: "60.0%", met: true },
    });
    expect(interimShares({ ...raw, advanceApply: "on" }).both?.ratio).toBe("50.0%");
    expect(interimShares({ ...raw, interimReceivedYen: "20,000,001" }).both?.met).toBe(false);
    expect(interimShares({ ...raw, interimYen: "10,000,001" }).alone?.met).toBe(false);
    expect(interimShares({ ...raw, interimReceivedYen: "" }).both).toMatchObject({
      ratio: null,
      met: null,
    });
    expect(interimShares({ ...raw, interimBaseYen: "100,000,000" }).alone).toMatchObject({
      base: "今年度対象額",
      ratio: "10.0%",
    });
  });

  it("judges nothing without an obligee and says no share without both amounts", () => {
    expect(performanceShare({ contractYen: "100", performanceYen: "1" })).toMatchObject({
      ratio: "1.0%",
      met: null,
    });
    expect(performanceShare({ performanceYen: "1" })?.ratio).toBeNull();
    expect(eligibilityOf({})).toBeNull();
  });

  it("names the date that is missing, by procurement, and refuses the day before the start", () => {
    expect(eligibilityOf({ obligee: "odawara", procurement: "negotiated", noticeOn: "R8.4.1" })).toEqual({
      verdict: "unknown",
      missing: "指名日",
    });
    const open = (noticeOn: string) => eligibilityOf({ obligee: "odawara", procurement: "open", noticeOn });
    expect(open("R8.3.31")?.verdict).toBe("rejected");
    expect(open("令和８年４月１日")?.verdict).toBe("accepted");
    expect(open("令和8年4月")?.verdict).toBe("unknown");
  });

  it("hints at an odd order of dates at the later field, and at nothing while a date cannot be read", () => {
    const dates = {
      noticeOn: "2026-04-01",
      nominatedOn: null,
      contractedOn: "2026-03-31",
      worksFrom: "2026-03-30",
    };
    expect(hintOrder(dates)).toEqual({
      contractedOn: "公告日の令和8年4月1日より前の日付です。",
      worksFrom: "請負契約日の令和8年3月31日より前の日付です。",
    });
    expect(hintOrder({ ...dates, contractedOn: null })).toEqual({});
    expect(hintOrder({ ...dates, contractedOn: "2026-04-01", worksFrom: "2026-04-01" })).toEqual({});
  });
});

describe("the signs on the tabs", () => {
  it("tell a tab that is complete, begun, untouched or wrong", () => {
    const others = { branch: "kanagawa", notice: "no" };
    expect(
      tabProgress({ workName: "道路", advanceBillTo: "〇〇建設", ...others }, context, [], ["advanceBillTo"]),
    ).toEqual({
      works: "begun",
      products: "empty",
      others: "done",
    });
    expect(tabProgress(others, context, [{ field: "branch", message: "" }], []).others).toBe("error");
  });
});
