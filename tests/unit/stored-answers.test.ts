import { describe, expect, it } from "vitest";
import { fromStored, toStored } from "#lib/features/questions/present.ts";

// Rows of submissions.answers as the first two forms wrote them, to the letter. Never change one: databases hold rows like
// these, and each must stay readable for as long as a guarantee may be claimed.

/** The leaflet's case under form 1, which knew neither 年度割, nor the members of a joint venture, nor 中間前払金保証. */
const first = {
  works: {
    obligeeId: "00000000-0000-7000-8000-000000003001",
    workName: "道路改良工事",
    workNumber: null,
    procurement: "open",
    noticeOn: "2026-04-01",
    nominatedOn: null,
    contractedOn: "2026-04-03",
    contractYen: "50000000",
    worksFrom: "2026-04-03",
    worksTo: "2027-03-31",
    worksPlace: "神奈川県小田原市〇〇町地内",
    jvName: null,
  },
  products: {
    advance: {
      form: "electronic",
      baseYen: null,
      guaranteeYen: "20000000",
      bank: "〇〇銀行 ××支店",
      redeposit: "no",
      payment: "monthly",
      billTo: "〇〇建設 株式会社",
      statement: "no",
    },
    performance: {
      form: "electronic",
      guaranteeYen: "5000000",
      payment: "monthly",
      billTo: "〇〇建設 株式会社",
      statement: "no",
    },
  },
  others: {
    branchId: "00000000-0000-7000-8000-000000002001",
    notice: "yes",
    noticeEmail: "koji@marumaru.example",
    contactDepartment: "工事部",
    contactPosition: null,
    contactName: null,
    contactPhone: "0465-00-0000",
    messageToBranch: null,
  },
};

/** Form 2 with everything that it can ask at once: a joint venture of three, two years, all three products. */
const second = {
  works: {
    obligeeId: "00000000-0000-7000-8000-000000003001",
    workName: "道路改良工事",
    workNumber: "第12号",
    procurement: "open",
    noticeOn: "2026-04-01",
    nominatedOn: null,
    contractedOn: "2026-04-03",
    contractYen: "50000000",
    worksFrom: "2026-04-03",
    worksTo: "2028-03-10",
    worksPlace: "神奈川県小田原市〇〇町地内",
    jvName: "〇〇・△△・□□特定建設工事共同企業体",
    years: [
      { fiscalYear: 2026, plannedYen: "30000000" },
      { fiscalYear: 2027, plannedYen: "20000000" },
    ],
    jv: {
      kind: "joint",
      deposit: "whole",
      ownShare: 6000,
      members: [
        { name: "△△土木 株式会社", share: 3000 },
        { name: "□□組 株式会社", share: 1000 },
      ],
    },
  },
  products: {
    advance: {
      form: "electronic",
      baseYen: "30000000",
      expiresOn: "2027-03-31",
      guaranteeYen: "12000000",
      bank: "〇〇銀行 ××支店",
      redeposit: "no",
      payment: "monthly",
      billTo: "〇〇建設 株式会社",
      statement: "no",
    },
    performance: {
      form: "electronic",
      guaranteeYen: "5000000",
      payment: "monthly",
      billTo: "〇〇建設 株式会社",
      statement: "no",
    },
    interim: {
      form: "electronic",
      baseYen: "30000000",
      expiresOn: "2027-03-31",
      receivedYen: null,
      guaranteeYen: "6000000",
      bank: "〇〇銀行 ××支店",
      redeposit: "no",
      payment: "monthly",
      billTo: "〇〇建設 株式会社",
      statement: "no",
    },
  },
  others: {
    branchId: "00000000-0000-7000-8000-000000002001",
    notice: "yes",
    noticeEmail: "koji@marumaru.example",
    contactDepartment: "工事部",
    contactPosition: "部長",
    contactName: "髙橋 一郎",
    contactPhone: "0465-00-0000",
    messageToBranch: "一\n二",
  },
};

/** Form 2, 中間前払金保証 alone for a negotiated contract; the joint venture gave no more than its name. */
const brief = {
  works: {
    obligeeId: "00000000-0000-7000-8000-000000003001",
    workName: "道路改良工事",
    workNumber: null,
    procurement: "negotiated",
    noticeOn: null,
    nominatedOn: "2026-04-02",
    contractedOn: "2026-04-03",
    contractYen: "50000000",
    worksFrom: "2026-04-03",
    worksTo: "2027-03-31",
    worksPlace: "神奈川県小田原市〇〇町地内",
    jvName: "〇〇JV",
    years: [],
    jv: null,
  },
  products: {
    advance: null,
    performance: null,
    interim: {
      form: "electronic",
      baseYen: null,
      expiresOn: null,
      receivedYen: "20000000",
      guaranteeYen: "10000000",
      bank: "〇〇銀行 ××支店",
      redeposit: "no",
      payment: "monthly",
      billTo: "〇〇建設 株式会社",
      statement: "no",
    },
  },
  others: {
    branchId: "00000000-0000-7000-8000-000000002001",
    notice: "no",
    noticeEmail: null,
    contactDepartment: "工事部",
    contactPosition: null,
    contactName: null,
    contactPhone: "0465-00-0000",
    messageToBranch: null,
  },
};

const stored = (json: object): unknown => JSON.parse(JSON.stringify(json));

/** Without what is not given. */
const given = (json: object): unknown =>
  JSON.parse(JSON.stringify(json, (_, value) => (value === null ? undefined : value)));

describe("answers that were stored under an earlier form", () => {
  it("are read with what that form did not ask as not given", () => {
    const { works, products, others } = fromStored(stored(first));
    expect(works).toMatchObject({ contractYen: 50_000_000n, years: [], jv: null });
    expect(products).toMatchObject({
      advance: { guaranteeYen: 20_000_000n, expiresOn: null },
      interim: null,
    });
    expect(others.noticeEmail).toBe("koji@marumaru.example");
  });

  it.each([
    ["everything", second],
    ["hardly anything", brief],
  ])("come back to the letter, with %s answered, and what is asked since as not given", (_, json) => {
    const back = toStored(fromStored(stored(json)));
    expect(back).toMatchObject(json);
    expect(given(back)).toEqual(given(json));
  });

  it("are refused when they are no answers of this program", () => {
    for (const json of [null, {}, { ...first, works: { ...first.works, contractYen: "fifty" } }])
      expect(() => fromStored(json)).toThrow();
    expect(() => fromStored({ ...first, works: { ...first.works, procurement: "auction" } })).toThrow();
    expect(() => fromStored({ ...first, works: { ...first.works, workName: undefined } })).toThrow();
  });
});
