/**
 * The demo's masters: fictitious, except Odawara's start rule (docs/domain.md 6.1). Ids are fixed, so that seeding
 * twice changes nothing. Percentages are made up, and every screen says so.
 */
const id = (kind: number, n: number) =>
  `00000000-0000-7000-8000-${String(kind * 1000 + n).padStart(12, "0")}`;
const hours = "平日 9:00～17:00（土日祝日・年末年始を除く）";

export const DEMO_PASSWORD = "odawara-netdesk-2026";

export const guarantor = {
  id: id(1, 1),
  name: "見本建設業保証株式会社",
  address: "東京都見本区見本一丁目1番1号",
  representative: "取締役社長　見本 太郎",
  seal: "見本之印",
  sample: true,
};

const branch = (n: number, name: string, tel: string, fax: string) => ({
  id: id(2, n),
  guarantorId: guarantor.id,
  name,
  tel,
  fax,
  hours,
  approvalLimitYen: 30_000_000n,
  position: n,
});

export const kanagawa = branch(1, "神奈川支店", "045-000-0000", "045-000-0001");
export const shizuoka = branch(2, "静岡支店", "054-000-0000", "054-000-0001");

export const odawara = {
  id: id(3, 1),
  name: "小田原市",
  title: "小田原市長",
  reading: "おだわらしちょう",
  position: 1,
};
export const mihon = {
  id: id(3, 2),
  name: "見本市",
  title: "見本市長",
  reading: "みほんしちょう",
  position: 2,
};
export const mihonTown = {
  id: id(3, 3),
  name: "見本町",
  title: "見本町長",
  reading: "みほんちょうちょう",
  position: 3,
};

const demoPercentages = {
  advanceCapPercent: 40,
  performanceMinPercent: 10,
  interimCapPercent: 20,
  advancesCapPercent: 60,
  demoPercentages: true,
};
const start = new Date("2026-04-01T00:00:00Z");
const rule = (n: number, obligee: { id: string }) => ({
  id: id(4, n),
  obligeeId: obligee.id,
  version: 1,
  effectiveFrom: new Date("2026-01-01T00:00:00Z"),
  ...demoPercentages,
});

export const rules = [
  {
    ...rule(1, odawara),
    acceptsElectronic: true,
    noticeOnOrAfter: start,
    nominationOnOrAfter: start,
    worksScope: "工事",
    handingIn: "「認証キー」のお知らせ（PDF）を、その他の必要書類とあわせて、電子メールで提出します。",
    source: "「小田原市で電子保証が始まりました！」1. ご利用条件",
  },
  {
    ...rule(2, mihon),
    acceptsElectronic: true,
    noticeOnOrAfter: null,
    nominationOnOrAfter: null,
    worksScope: "工事、測量・設計などの業務委託",
    handingIn:
      "契約保証は、契約書類の提出フォームに保証契約番号と認証キーを入力します。前払金保証と中間前払金保証は、「認証キー」のお知らせ（PDF）を電子メールで提出します。（デモ用の条件）",
    source: "デモ用の架空の条件",
  },
  {
    ...rule(3, mihonTown),
    acceptsElectronic: false,
    noticeOnOrAfter: null,
    nominationOnOrAfter: null,
    worksScope: "工事",
    handingIn: "",
    source: "デモ用の架空の条件",
  },
];

/**
 * Banks that keep advance payments for the demo's guarantor: real codes in a fictitious list, and every screen says so.
 */
export const consignedBanks = ["0001", "0005", "0009", "0010", "0138", "0149", "0150", "0530", "1288"].map(
  (bankCode, index) => ({
    id: id(7, index + 1),
    guarantorId: guarantor.id,
    bankCode,
    consignedFrom: new Date("2026-01-01T00:00:00Z"),
    demo: true,
  }),
);

export const marumaru = {
  id: id(5, 1),
  name: "〇〇建設 株式会社",
  address: "神奈川県小田原市〇〇町1番1号",
};
export const sankaku = {
  id: id(5, 2),
  name: "△△土木 株式会社",
  address: "静岡県見本市△△町2番2号",
};

const user = (n: number, email: string, name: string) => ({
  id: id(6, n),
  email,
  name,
  companyId: null as string | null,
  branchId: null as string | null,
  obligeeId: null as string | null,
});

export const users = {
  contractor: {
    ...user(1, "contractor@demo.example", "工事 一郎"),
    role: "contractor" as const,
    companyRole: "manager" as const,
    companyId: marumaru.id,
  },
  contractor2: {
    ...user(2, "contractor2@demo.example", "土木 二郎"),
    role: "contractor" as const,
    companyRole: "manager" as const,
    companyId: sankaku.id,
  },
  staff: { ...user(3, "branch@demo.example", "審査 花子"), role: "staff" as const, branchId: kanagawa.id },
  approver: {
    ...user(4, "approver@demo.example", "承認 三郎"),
    role: "approver" as const,
    branchId: kanagawa.id,
  },
  staff2: { ...user(5, "branch2@demo.example", "審査 四郎"), role: "staff" as const, branchId: shizuoka.id },
  approver2: {
    ...user(6, "approver2@demo.example", "承認 五月"),
    role: "approver" as const,
    branchId: shizuoka.id,
  },
  odawara: {
    ...user(7, "odawara@demo.example", "契約 六子"),
    role: "official" as const,
    obligeeId: odawara.id,
  },
  mihon: { ...user(8, "mihon@demo.example", "契約 七海"), role: "official" as const, obligeeId: mihon.id },
  admin: { ...user(9, "admin@demo.example", "管理 八重"), role: "admin" as const },
};
