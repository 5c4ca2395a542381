import type { Page } from "@playwright/test";
import { users } from "#prisma/seed/masters.ts";
import type { Login } from "#tests/support/e2e-people.ts";
import type { World } from "#tests/support/e2e-world.ts";
import { aPdf, aPng } from "#tests/support/files.ts";
import { answer } from "./pages/answers.ts";
import { button } from "./pages/labels.ts";

/** A state of a page other than the one in which it opens. */
type State = {
  name: string;
  /** Another person than the route's first reader. */
  reader?: Login;
  /** Another address, when the state has one. */
  path?: (world: World) => string;
  /** What a person does to see it. */
  show?: (page: Page) => Promise<void>;
};

export type Route = {
  /** The page's or handler's file under app/. */
  file: string;
  path: (world: World) => string;
  /** Who may open it; for everybody else it does not exist. */
  readers: readonly Login[] | "anyone";
  states?: readonly State[];
};

const contractors = ["contractor", "contractor2"] as const;
const branches = ["branch", "approver", "branch2", "approver2"] as const;
const kanagawa = ["branch", "approver"] as const;
const officials = ["odawara", "mihon"] as const;

const press = (name: string) => (page: Page) => button(page, name).click();

async function lookUpWrongly(page: Page): Promise<void> {
  await answer(page, "保証契約番号", "00000-00000M");
  await answer(page, "認証キー", "Z28Y");
  await press("照会する")(page);
  await page.getByRole("main").getByRole("alert").waitFor();
}

async function signInWrongly(page: Page): Promise<void> {
  await answer(page, "メールアドレス", "nobody@demo.example");
  await answer(page, "パスワード", "x");
  await press("ログイン")(page);
  await page.getByRole("main").getByRole("alert").waitFor();
}

const dialog = (name: string) => async (page: Page) => {
  await press(name)(page);
  await page.getByRole("dialog").waitFor();
};

async function refuseEmptyReason(page: Page): Promise<void> {
  await dialog("謝絶")(page);
  await button(page.getByRole("dialog"), "謝絶").click();
  await page.getByRole("dialog").locator("[aria-invalid=true]").waitFor();
}

/** A draft of its own: the world's must stay. */
async function throwAway(page: Page): Promise<void> {
  await press("申込の作成（新規）")(page);
  await page.waitForURL(/\/edit\/works/);
  await page.goto("/desk/applications");
  await page.getByRole("button", { name: "下書きを削除", exact: true }).first().click();
  await button(page, "元に戻す").waitFor();
}

async function refuseCompany(page: Page): Promise<void> {
  await answer(page, "電話番号", "内線のみ");
  await press("会社情報を保存する")(page);
  await page.getByRole("region", { name: /誤りが\d+件/ }).waitFor();
}

async function attachAndRefuse(page: Page): Promise<void> {
  const chooser = page.getByLabel("指名通知書", { exact: true });
  const files = [
    { name: "工事の写真.png", mimeType: "image/png", buffer: aPng() },
    { name: "指名通知書.docx", mimeType: "application/msword", buffer: Buffer.from("PK") },
    { name: "指名通知書.pdf", mimeType: "application/pdf", buffer: aPdf() },
  ];
  await chooser.setInputFiles(files);
  await page.getByRole("button", { name: "削除：指名通知書.pdf", exact: true }).first().click();
  await page.getByText("「指名通知書.pdf」を削除しました").waitFor();
}

const refuseEmptyMessage = (name: string) => async (page: Page) => {
  await press(name)(page);
  await page.locator("[aria-invalid=true]").waitFor();
};

const edit = (step: string) => (world: World) => `/desk/applications/${world.draftId}/edit/${step}`;

const desk: Route[] = [
  { file: "(contractor)/desk/page.tsx", path: () => "/desk", readers: contractors },
  {
    file: "(contractor)/desk/applications/page.tsx",
    path: () => "/desk/applications",
    readers: contractors,
    states: [
      { name: "a draft thrown away", show: throwAway },
      { name: "nothing found", path: () => "/desk/applications?q=%E7%84%A1%E3%81%84&sort=amount" },
    ],
  },
  {
    file: "(contractor)/desk/company/page.tsx",
    path: () => "/desk/company",
    readers: contractors,
    states: [{ name: "with mistakes", show: refuseCompany }],
  },
  {
    file: "(contractor)/desk/people/page.tsx",
    path: () => "/desk/people",
    readers: contractors,
    states: [
      {
        name: "refusing an address",
        show: async (page) => {
          await answer(page, "招待する方のメールアドレス", "だれか");
          await press("招待メールを送る")(page);
          await page.getByRole("region", { name: /誤りが\d+件/ }).waitFor();
        },
      },
    ],
  },
  {
    file: "(contractor)/desk/people/[id]/page.tsx",
    path: () => `/desk/people/${users.contractor.id}`,
    readers: ["contractor"],
  },
  {
    file: "(contractor)/desk/account/page.tsx",
    path: () => "/desk/account",
    readers: contractors,
    states: [
      {
        name: "refusing a password",
        show: async (page) => {
          await answer(page, "現在のパスワード", "x");
          await answer(page, "新しいパスワード", "みじかい");
          await press("パスワードを変更する")(page);
          await page.getByRole("region", { name: /誤りが\d+件/ }).waitFor();
        },
      },
    ],
  },
  {
    file: "(contractor)/desk/applications/[id]/page.tsx",
    path: (world) => `/desk/applications/${world.issuedId}`,
    readers: ["contractor"],
    states: [
      { name: "an empty message", show: refuseEmptyMessage("連絡を送信する") },
      {
        name: "asked to withdraw",
        path: (world) => `/desk/applications/${world.sentId}`,
        show: dialog("申込を取り下げる"),
      },
    ],
  },
  { file: "(contractor)/desk/notices/page.tsx", path: () => "/desk/notices", readers: contractors },
  {
    file: "(contractor)/desk/notices/settings/page.tsx",
    path: () => "/desk/notices/settings",
    readers: contractors,
    states: [
      {
        name: "saved",
        show: async (page) => {
          await press("設定を保存する")(page);
          await page.getByText("設定を保存しました。").waitFor();
        },
      },
    ],
  },
  {
    file: "(contractor)/desk/applications/[id]/edit/works/page.tsx",
    path: edit("works"),
    readers: ["contractor"],
    states: [
      {
        name: "with mistakes",
        show: async (page) => {
          await answer(page, "請負金額", "五千万");
          await answer(page, "工事名", "");
          await press("申込内容を確認する")(page);
          await page.getByRole("region", { name: /誤りが\d+件/ }).waitFor();
        },
      },
      {
        name: "repaired, negotiated",
        show: async (page) => {
          await answer(page, "入札・契約方法", "随意契約");
          await answer(page, "請負金額", "50,000,000");
          await page.getByLabel(/^指名日/).waitFor();
        },
      },
      { name: "begun with a copy", path: (world) => `${edit("works")(world)}?copied=1` },
    ],
  },
  {
    file: "(contractor)/desk/applications/[id]/edit/products/page.tsx",
    path: edit("products"),
    readers: ["contractor"],
    states: [{ name: "emptied", path: edit("products"), show: press("保証の申込内容をクリア") }],
  },
  {
    file: "(contractor)/desk/applications/[id]/edit/others/page.tsx",
    path: edit("others"),
    readers: ["contractor"],
    states: [{ name: "with files", path: edit("others"), show: attachAndRefuse }],
  },
  {
    file: "(contractor)/desk/applications/[id]/confirm/page.tsx",
    path: (world) => `/desk/applications/${world.draftId}/confirm`,
    readers: ["contractor"],
  },
  {
    file: "(contractor)/desk/applications/[id]/sent/page.tsx",
    path: (world) => `/desk/applications/${world.issuedId}/sent`,
    readers: ["contractor"],
    states: [{ name: "right after sending", path: (world) => `/desk/applications/${world.sentId}/sent` }],
  },
  {
    file: "(contractor)/desk/contracts/page.tsx",
    path: () => "/desk/contracts",
    readers: contractors,
    states: [
      { name: "searched and sorted", path: () => "/desk/contracts?q=%E5%B7%A5%E4%BA%8B&sort=term" },
      { name: "nothing found", path: () => "/desk/contracts?q=%E7%84%A1%E3%81%84" },
    ],
  },
  {
    file: "(contractor)/desk/contracts/keys/page.tsx",
    path: () => "/desk/contracts/keys",
    readers: contractors,
  },
  {
    file: "(contractor)/desk/contracts/[id]/page.tsx",
    path: (world) => `/desk/contracts/${world.electronicId}`,
    readers: ["contractor"],
    states: [{ name: "paper", path: (world) => `/desk/contracts/${world.paperId}` }],
  },
  {
    file: "(contractor)/desk/contracts/[id]/certificates/[version]/page.tsx",
    path: (world) => `/desk/contracts/${world.electronicId}/certificates/1`,
    readers: ["contractor"],
  },
];

const branch: Route[] = [
  {
    file: "(branch)/branch/page.tsx",
    path: () => "/branch",
    readers: branches,
    states: [{ name: "nothing found", path: () => "/branch?q=20000101-000001" }],
  },
  {
    file: "(branch)/branch/applications/[id]/page.tsx",
    path: (world) => `/branch/applications/${world.examiningId}`,
    readers: kanagawa,
    states: [
      { name: "issued", path: (world) => `/branch/applications/${world.issuedId}` },
      { name: "asking to approve", show: dialog("承認") },
      { name: "refusing without a reason", show: refuseEmptyReason },
      { name: "an empty message", show: refuseEmptyMessage("お知らせを送信する") },
    ],
  },
  {
    file: "(branch)/branch/guarantees/[id]/certificates/[version]/page.tsx",
    path: (world) => `/branch/guarantees/${world.paperId}/certificates/1`,
    readers: kanagawa,
  },
  {
    file: "(branch)/branch/jobs/page.tsx",
    path: () => "/branch/jobs",
    readers: branches,
    states: [{ name: "with what stopped", reader: "branch2" }],
  },
];

const city: Route[] = [
  {
    file: "(obligee)/verify/page.tsx",
    path: () => "/verify",
    readers: officials,
    states: [{ name: "failed", show: lookUpWrongly }],
  },
  {
    file: "(obligee)/verify/results/[id]/page.tsx",
    path: (world) => `/verify/results/${world.verificationId}`,
    readers: ["odawara"],
  },
  {
    file: "(obligee)/verify/results/[id]/certificates/[version]/page.tsx",
    path: (world) => `/verify/results/${world.verificationId}/certificates/1`,
    readers: ["odawara"],
  },
];

const open: Route[] = [
  { file: "(public)/page.tsx", path: () => "/", readers: "anyone" },
  {
    file: "(public)/login/page.tsx",
    path: () => "/login",
    readers: "anyone",
    states: [{ name: "failed", show: signInWrongly }],
  },
  { file: "(public)/password/page.tsx", path: () => "/password", readers: "anyone" },
  { file: "(public)/password/sent/page.tsx", path: () => "/password/sent", readers: "anyone" },
  { file: "(public)/password/reset/page.tsx", path: () => "/password/reset", readers: "anyone" },
  { file: "(public)/invite/page.tsx", path: () => "/invite", readers: "anyone" },
  {
    file: "(public)/eligibility/page.tsx",
    path: () => "/eligibility",
    readers: "anyone",
    states: [
      { name: "to be asked", path: () => "/eligibility?obligee=other&procurement=open" },
      {
        name: "refused, then accepted",
        show: async (page) => {
          await answer(page, "発注者", "小田原市長");
          await answer(page, "入札・契約方法", "一般競争入札");
          await answer(page, "公告日", "R8.3.31");
          await page.getByText("電子保証の対象外です").waitFor();
          await answer(page, "公告日", "R8.4.1");
          await page.getByText("電子保証を利用できます").waitFor();
        },
      },
    ],
  },
  {
    file: "(public)/obligees/page.tsx",
    path: () => "/obligees",
    readers: "anyone",
    states: [{ name: "nothing found", path: () => "/obligees?q=%E7%94%B2%E4%B9%99" }],
  },
  {
    file: "(public)/help/page.tsx",
    path: () => "/help",
    readers: "anyone",
    states: [
      { name: "found", path: () => "/help?q=%E8%AA%8D%E8%A8%BC%E3%82%AD%E3%83%BC" },
      { name: "nothing found", path: () => "/help?q=%E7%94%B2%E4%B9%99" },
    ],
  },
  {
    file: "(public)/help/[slug]/page.tsx",
    path: () => "/help/how-it-works",
    readers: "anyone",
    states: ["get-key", "hand-in", "faq", "terms"].map((slug) => ({
      name: slug,
      path: () => `/help/${slug}`,
    })),
  },
  { file: "(public)/accessibility/page.tsx", path: () => "/accessibility", readers: "anyone" },
  { file: "(dev)/dev/bare/page.tsx", path: () => "/dev/bare", readers: "anyone" },
  { file: "(dev)/dev/gate/page.tsx", path: () => "/dev/gate", readers: contractors },
  { file: "(dev)/dev/gallery/page.tsx", path: () => "/dev/gallery", readers: "anyone" },
  { file: "(dev)/dev/mailbox/page.tsx", path: () => "/dev/mailbox", readers: "anyone" },
  {
    file: "(dev)/dev/mailbox/[id]/page.tsx",
    path: (world) => `/dev/mailbox/${world.mailId}`,
    readers: "anyone",
  },
];

/**
 * Every page of the portal, with the states in which it is checked. States that take several people (an invitation, a
 * reader, a key handed in and reissued) are checked by their journeys.
 */
export const pages: Route[] = [
  ...open,
  ...desk,
  ...branch,
  ...city,
  { file: "(admin)/admin/page.tsx", path: () => "/admin", readers: ["admin"] },
];

/** Every handler that answers a GET with a party's data. */
export const documents: Route[] = [
  {
    file: "api/documents/applications/[id]/route.ts",
    path: (world) => `/api/documents/applications/${world.issuedId}`,
    readers: ["contractor", ...kanagawa],
  },
  { file: "api/lists/contracts/route.ts", path: () => "/api/lists/contracts", readers: contractors },
  { file: "api/lists/applications/route.ts", path: () => "/api/lists/applications", readers: contractors },
  {
    file: "api/documents/[id]/key-notice/route.ts",
    path: (world) => `/api/documents/${world.electronicId}/key-notice`,
    readers: ["contractor"],
  },
  {
    file: "api/documents/[id]/certificate/route.ts",
    path: (world) => `/api/documents/${world.electronicId}/certificate`,
    readers: ["contractor", ...kanagawa],
  },
  {
    file: "api/attachments/[id]/route.ts",
    path: (world) => `/api/attachments/${world.attachmentId}`,
    readers: ["contractor", ...kanagawa],
  },
  {
    file: "api/attachments/[id]/view/route.ts",
    path: (world) => `/api/attachments/${world.attachmentId}/view`,
    readers: ["contractor", ...kanagawa],
  },
  {
    file: "api/attachments/[id]/preview/route.ts",
    path: (world) => `/api/attachments/${world.attachmentId}/preview`,
    readers: ["contractor", ...kanagawa],
  },
  {
    file: "api/documents/verified/[verificationId]/route.ts",
    path: (world) => `/api/documents/verified/${world.verificationId}`,
    readers: ["odawara"],
  },
];

/** Handlers without a page or a record: probes, those that answer only a POST, and suggestions for a script. */
export const handlers = [
  "(dev)/dev/gallery/documents/[name]/route.ts",
  "api/health/live/route.ts",
  "api/health/ready/route.ts",
  "api/drafts/[id]/route.ts",
  "api/attachments/route.ts",
  "api/banks/route.ts",
  "api/session/route.ts",
  "(public)/invite/[token]/route.ts",
  "(public)/password/reset/[token]/route.ts",
];
