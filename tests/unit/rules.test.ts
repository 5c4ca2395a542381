import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type BranchScope, branchScope } from "#lib/auth/scope.ts";
import { addDays } from "#lib/core/calendar.ts";
import { termOf } from "#lib/features/certificates/rules.ts";
import { mayApprove, needsFourEyes } from "#lib/features/examinations/policy.ts";
import { decideEligibility, halfPassedOn, hintOrder } from "#lib/features/questions/rules.ts";
import { judge } from "#lib/features/questions/steps/judgement.ts";
import type { FieldError, Known, ObligeeChoice } from "#lib/features/questions/types.ts";

const conditions = {
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
const obligee = (title: string, rule: Partial<ObligeeChoice["rule"]> = {}): ObligeeChoice => ({
  id: title,
  name: title.replace(/長$/, ""),
  title,
  rule: { ...conditions, ...rule },
});
const odawara = obligee("小田原市長");
const mihon = obligee("見本市長", { noticeOnOrAfter: null, nominationOnOrAfter: null });
const mihonTown = obligee("見本町長", {
  acceptsElectronic: false,
  noticeOnOrAfter: null,
  nominationOnOrAfter: null,
});
/** 常陸大宮市: competitive procurement only, as far as dates go (docs/domain.md 5.1). */
const competitiveOnly = obligee("競争入札のみの市長", { nominationOnOrAfter: null });

/** What the rules of an obligee refuse when nothing else is known. */
function refusedBy(
  { id, ...rest }: ObligeeChoice,
  { works, ...products }: { works?: Partial<Known["works"]> } & Partial<Known["products"]>,
): FieldError[] {
  const known: Known = {
    works: { obligeeId: id, years: [], jv: null, ...works },
    products: { advance: null, performance: null, interim: null, ...products },
    others: {},
  };
  return judge(known, [{ id, ...rest }]).mistakes;
}

const given = (
  procurement: "open" | "designated" | "negotiated" | null,
  dates: { noticeOn?: string; nominatedOn?: string } = {},
) => ({ procurement, noticeOn: dates.noticeOn ?? null, nominatedOn: dates.nominatedOn ?? null });

describe("whether 電子保証 may be used", () => {
  it.each([
    ["open", { noticeOn: "2026-03-31" }, "rejected"],
    ["open", { noticeOn: "2026-04-01" }, "accepted"],
    ["designated", { noticeOn: "2026-03-31" }, "rejected"],
    ["designated", { noticeOn: "2026-04-01" }, "accepted"],
    ["negotiated", { nominatedOn: "2026-03-31" }, "rejected"],
    ["negotiated", { nominatedOn: "2026-04-01" }, "accepted"],
    // The date that does not belong to the procurement decides nothing.
    ["open", { noticeOn: "2026-03-31", nominatedOn: "2026-04-01" }, "rejected"],
    ["negotiated", { noticeOn: "2026-04-01", nominatedOn: "2026-03-31" }, "rejected"],
    ["open", { nominatedOn: "2026-04-01" }, "unknown"],
    ["negotiated", { noticeOn: "2026-04-01" }, "unknown"],
  ] as const)("follows Odawara's rule on the leaflet: %s, %o is %s", (procurement, dates, verdict) => {
    expect(decideEligibility(odawara, given(procurement, dates)).verdict).toBe(verdict);
  });

  it("is refused in the words of the contract", () => {
    expect(decideEligibility(odawara, given("open", { noticeOn: "2026-03-31" }))).toEqual({
      verdict: "rejected",
      reason: "公告日が令和8年3月31日のため、小田原市長の電子保証の対象外です。証書（紙）をお選びください。",
    });
    expect(decideEligibility(odawara, given("negotiated", { nominatedOn: "2026-03-31" }))).toEqual({
      verdict: "rejected",
      reason: "指名日が令和8年3月31日のため、小田原市長の電子保証の対象外です。証書（紙）をお選びください。",
    });
    expect(decideEligibility(mihonTown, given("open", { noticeOn: "2026-04-01" }))).toEqual({
      verdict: "rejected",
      reason: "見本町長は電子保証に対応していません。証書（紙）をお選びください。",
    });
  });

  it("needs no answer where no date counts, and names the missing one where one does", () => {
    expect(decideEligibility(mihon, given(null)).verdict).toBe("accepted");
    expect(decideEligibility(mihonTown, given(null)).verdict).toBe("rejected");
    expect(decideEligibility(odawara, given(null))).toEqual({
      verdict: "unknown",
      missing: "入札・契約方法",
    });
    expect(decideEligibility(odawara, given("open"))).toEqual({ verdict: "unknown", missing: "公告日" });
    expect(decideEligibility(odawara, given("negotiated"))).toEqual({
      verdict: "unknown",
      missing: "指名日",
    });
    // What the rule does not cover is neither granted nor refused.
    const asked = given("negotiated", { nominatedOn: "2026-05-01" });
    expect(decideEligibility(competitiveOnly, asked)).toEqual({
      verdict: "unclear",
      reason:
        "競争入札のみの市長の条件には、随意契約についての定めがありません。電子保証を利用できるか、発注者に確認してください。",
    });
    expect(decideEligibility(competitiveOnly, given("open", { noticeOn: "2026-05-01" })).verdict).toBe(
      "accepted",
    );
  });

  it("turns once, at the rule's day, for any rule and any date", () => {
    const day = fc
      .date({
        min: new Date("1990-01-01T00:00:00Z"),
        max: new Date("2099-12-31T00:00:00Z"),
        noInvalidDate: true,
      })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, day, fc.constantFrom("open", "designated", "negotiated"), (start, on, procurement) => {
        const rule = obligee("某市長", { noticeOnOrAfter: start, nominationOnOrAfter: start });
        const dates = procurement === "negotiated" ? { nominatedOn: on } : { noticeOn: on };
        const late = new Date(`${on}T00:00:00Z`).getTime() >= new Date(`${start}T00:00:00Z`).getTime();
        expect(decideEligibility(rule, given(procurement, dates)).verdict).toBe(
          late ? "accepted" : "rejected",
        );
      }),
    );
  });
});

const anyYen = fc.bigInt({ min: 1n, max: 999_999_999_999n });

describe("the cap of 前払金保証金額", () => {
  const refused = (amount: bigint, contractYen: bigint, by = odawara) =>
    refusedBy(by, { works: { contractYen }, advance: { guaranteeYen: amount, baseYen: null } });

  it.each([
    [20_000_000n, 50_000_000n, true],
    [20_000_001n, 50_000_000n, false], // shown as 40.0%, refused all the same
    [20_024_999n, 50_000_000n, false],
    [4_938_271n, 12_345_678n, true], // 40 % is 4,938,271.2
    [4_938_272n, 12_345_678n, false],
    [1n, 2n, false],
    [1n, 3n, true],
    [399_999_999_999n, 999_999_999_999n, true],
    [400_000_000_000n, 999_999_999_999n, false],
  ])("takes %d of %d: %s", (amount, base, taken) => {
    expect(refused(amount, base).length).toBe(taken ? 0 : 1);
  });

  it("lies at the largest whole yen that is 40 % or less, for every base", () => {
    fc.assert(
      fc.property(anyYen, (base) => {
        const most = (base * 2n) / 5n;
        expect(refused(most, base)).toEqual([]);
        expect(refused(most + 1n, base)).toHaveLength(1);
      }),
      { numRuns: 1000 },
    );
  });

  it("says the base, the percentage and the largest amount, and that the condition is the demo's", () => {
    expect(refused(20_000_001n, 50_000_000n)).toEqual([
      {
        field: "advanceYen",
        message: expect.stringMatching(
          /^前払金保証金額は、請負金額の40\.0%（20,000,000円）.*（デモ用の条件）$/,
        ),
      },
    ]);
    const [yearly] = refusedBy(odawara, { advance: { guaranteeYen: 5n, baseYen: 10n } });
    expect(yearly?.message).toContain("今年度対象額の40.0%（4円）");
    const real = obligee("某市長", { demoPercentages: false });
    expect(refused(5n, 10n, real)[0]?.message).toContain("以下で入力してください。");
    expect(refused(5n, 10n, real)[0]?.message).not.toContain("デモ");
  });
});

describe("the minimum of 契約保証金額", () => {
  const refused = (amount: bigint, contractYen: bigint) =>
    refusedBy(odawara, { works: { contractYen }, performance: { guaranteeYen: amount } });

  it.each([
    [5_000_000n, 50_000_000n, true],
    [4_999_999n, 50_000_000n, false], // shown as 10.0%, refused all the same
    [1_234_568n, 12_345_678n, true], // 10 % is 1,234,567.8, rounded up
    [1_234_567n, 12_345_678n, false],
    [1n, 1n, true],
    [1n, 11n, false],
  ])("takes %d of %d: %s", (amount, contract, taken) => {
    expect(refused(amount, contract).length).toBe(taken ? 0 : 1);
  });

  it("lies at 10 % rounded up to the yen, for every 請負金額", () => {
    fc.assert(
      fc.property(anyYen, (contract) => {
        const least = contract / 10n + (contract % 10n === 0n ? 0n : 1n);
        expect(refused(least, contract)).toEqual([]);
        expect(refused(least - 1n, contract)).toHaveLength(1);
      }),
      { numRuns: 1000 },
    );
  });

  it("says the percentage, the least amount and that the condition is the demo's", () => {
    expect(refused(1n, 12_345_678n)).toEqual([
      {
        field: "performanceYen",
        message: expect.stringMatching(/^契約保証金額は、請負金額の10\.0%（1,234,568円）.*（デモ用の条件）$/),
      },
    ]);
  });
});

describe("工期", () => {
  it("may begin and end on one day, and not end before it begins", () => {
    expect(refusedBy(odawara, { works: { worksFrom: "2026-04-03", worksTo: "2026-04-03" } })).toEqual([]);
    expect(refusedBy(odawara, { works: { worksFrom: "2026-04-03", worksTo: "2027-03-31" } })).toEqual([]);
    expect(refusedBy(odawara, { works: { worksFrom: "2026-04-03", worksTo: "2026-04-02" } })).toEqual([
      { field: "worksTo", message: expect.stringContaining("令和8年4月3日以降") },
    ]);
  });
});

describe("the order of other dates", () => {
  const usual = {
    noticeOn: "2026-04-01",
    nominatedOn: null,
    contractedOn: "2026-04-03",
    worksFrom: "2026-04-03",
  };

  it("is hinted at in the field of the later date, and never refused", () => {
    expect(hintOrder(usual)).toEqual({});
    expect(hintOrder({ ...usual, contractedOn: "2026-03-31" })).toEqual({
      contractedOn: "公告日の令和8年4月1日より前の日付です。",
    });
    expect(hintOrder({ ...usual, noticeOn: null, nominatedOn: "2026-04-04" })).toEqual({
      contractedOn: "指名日の令和8年4月4日より前の日付です。",
    });
    expect(hintOrder({ ...usual, worksFrom: "2026-04-02" })).toEqual({
      worksFrom: "請負契約日の令和8年4月3日より前の日付です。",
    });
    expect(hintOrder({ noticeOn: null, nominatedOn: null, contractedOn: null, worksFrom: null })).toEqual({});
  });
});

describe("the term of a guarantee", () => {
  const works = { contractedOn: "2026-04-03", worksTo: "2027-03-31" };

  it("runs to the end of the works, with 契約保証 from 請負契約日 or else the day of issue", () => {
    expect(termOf("advance", works, "2026-04-04")).toEqual({ startsOn: null, expiresOn: "2027-03-31" });
    expect(termOf("performance", works, "2026-04-04")).toEqual({
      startsOn: "2026-04-03",
      expiresOn: "2027-03-31",
    });
    expect(termOf("performance", { ...works, contractedOn: null }, "2026-04-04")).toEqual({
      startsOn: "2026-04-04",
      expiresOn: "2027-03-31",
    });
  });
});

describe("four eyes", () => {
  const limit = 30_000_000n;
  const person = (id: string, approver: boolean): BranchScope =>
    branchScope("branch", { id, name: id }, approver);
  const application = (guaranteedYen: bigint, examinerId: string | null = "examiner") => ({
    guaranteedYen,
    approvalLimitYen: limit,
    examinerId,
  });

  it("are needed above 30,000,000 yen, not at it", () => {
    expect(needsFourEyes(application(limit))).toBe(false);
    expect(needsFourEyes(application(limit + 1n))).toBe(true);
  });

  it("let anyone of the branch approve up to the limit, also who examined", () => {
    expect(mayApprove(person("examiner", false), application(limit))).toBe(true);
    expect(mayApprove(person("examiner", true), application(1n))).toBe(true);
  });

  it("need, above it, an approver and another person than the examiner", () => {
    const above = application(limit + 1n);
    expect(mayApprove(person("other", true), above)).toBe(true);
    expect(mayApprove(person("examiner", true), above)).toBe(false);
    expect(mayApprove(person("other", false), above)).toBe(false);
    expect(mayApprove(branchScope("branch", { id: null, name: "job" }, true), above)).toBe(false);
  });

  it("never let one person do both above the limit, whatever the sums and people", () => {
    const someone = fc.constantFrom("examiner", "other", "third");
    fc.assert(
      fc.property(anyYen, someone, someone, fc.boolean(), (yen, examiner, approving, approver) => {
        const allowed = mayApprove(person(approving, approver), application(yen, examiner));
        expect(allowed).toBe(yen <= limit || (approver && approving !== examiner));
      }),
    );
  });
});

describe("中間前払金保証金額", () => {
  const check = (amount: bigint, advance: bigint, base: bigint) =>
    refusedBy(odawara, {
      works: { contractYen: base },
      interim: { guaranteeYen: amount, receivedYen: advance, baseYen: null },
    });

  it("is at most 20 % of its base, and 60 % together with the 前払金, to the yen", () => {
    expect(check(10_000_000n, 20_000_000n, 50_000_000n)).toEqual([]);
    expect(check(10_000_001n, 20_000_000n, 50_000_000n)).toEqual([
      {
        field: "interimYen",
        message:
          "中間前払金保証金額は、請負金額の20.0%（10,000,000円）以下で入力してください。（デモ用の条件）",
      },
    ]);
    expect(check(5_000_001n, 25_000_000n, 50_000_000n)).toEqual([
      {
        field: "interimYen",
        message:
          "前払金との合計が請負金額の60.0%（30,000,000円）以下になるように、中間前払金保証金額は5,000,000円以下で入力してください。（デモ用の条件）",
      },
    ]);
    expect(check(1n, 30_000_000n, 50_000_000n)[0]?.message).toContain("だけで");
  });

  it("is refused exactly above either cap, whatever the amounts", () => {
    const yen = fc.bigInt({ min: 1n, max: 999_999_999_999n });
    fc.assert(
      fc.property(yen, yen, yen, (amount, advance, base) => {
        const fits = amount * 100n <= base * 20n && (amount + advance) * 100n <= base * 60n;
        expect(check(amount, advance, base).length).toBe(fits ? 0 : 1);
      }),
    );
  });

  it("names an amount that is accepted when one is possible", () => {
    const yen = fc.bigInt({ min: 1n, max: 999_999_999_999n });
    fc.assert(
      fc.property(yen, yen, yen, (amount, advance, base) => {
        const [refusal] = check(amount, advance, base);
        const [, most] =
          /金額は(?:、請負金額の20\.0%（)?([\d,]+)円(?:）)?以下で/.exec(refusal?.message ?? "") ?? [];
        const named = most === undefined ? 0n : BigInt(most.replaceAll(",", ""));
        if (named > 0n && named + advance <= (base * 60n) / 100n)
          expect(check(named, advance, base)).toEqual([]);
      }),
    );
  });
});

describe("the half of 工期", () => {
  it("is over on the 130th of 258 days", () => {
    expect(halfPassedOn("2014-06-16", "2015-02-28")).toBe("2014-10-23");
  });

  it("is over after as many days as are left, or one more", () => {
    const days = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000;
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 0, max: 3000 }), (start, length) => {
        const from = addDays("2020-01-01", start);
        const to = addDays(from, length);
        const passed = days(from, halfPassedOn(from, to));
        const left = days(halfPassedOn(from, to), to) + 1;
        expect(passed - left === 0 || passed - left === 1).toBe(true);
      }),
    );
  });
});
