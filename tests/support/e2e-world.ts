import type { Page } from "@playwright/test";
import { ApplicationForm } from "#tests/e2e/pages/application-form.ts";
import { BranchCase } from "#tests/e2e/pages/branch-case.ts";
import { leafletCase, smallCase, unique } from "#tests/e2e/pages/cases.ts";
import { Desk, type NumberAndKey } from "#tests/e2e/pages/desk.ts";
import { button } from "#tests/e2e/pages/labels.ts";
import { Verify } from "#tests/e2e/pages/verify.ts";
import type { Login } from "#tests/support/e2e-people.ts";
import type { Watch } from "#tests/support/e2e-watch.ts";
import { aPng } from "#tests/support/files.ts";

/** Records with which pages can be opened; all of 〇〇建設, 神奈川支店 and 小田原市. */
export type World = {
  /** Part of every record's 工事名 and of nothing else. */
  mark: string;
  draftId: string;
  /** An application that waits for 「承認」. */
  examiningId: string;
  /** A sent application that nobody has begun to examine. */
  sentId: string;
  /** Issued: 前払金保証 electronic, 契約保証 on paper. */
  issuedId: string;
  /** A picture that was sent with the one that waits for 「承認」. */
  attachmentId: string;
  receiptNumber: string;
  electronicId: string;
  paperId: string;
  given: NumberAndKey;
  verificationId: string;
  /** Some mail that was sent. */
  mailId: string;
};

const idIn = (page: Page | string) => {
  const path = typeof page === "string" ? page : new URL(page.url()).pathname;
  return /[0-9a-f]{8}-[0-9a-f-]{27}/.exec(path)?.[0] ?? "";
};

/** Makes the records through the pages, as people would; without a mail where no mailbox catches any. */
export async function makeWorld(
  as: (login: Login) => Promise<Page>,
  watch: Watch,
  { mailbox = true } = {},
): Promise<World> {
  const mark = unique();
  const contractor = await as("contractor");
  const staff = await as("branch");

  const issuing = leafletCase(`閲覧工事 ${mark}`, { performance: { 保証証書の形式: "証書（紙）" } });
  const receiptNumber = await ApplicationForm.apply(contractor, issuing);
  const issuedId = idIn(contractor);
  await BranchCase.issueAll(staff, receiptNumber);

  const begun = await ApplicationForm.begin(contractor);
  await begun.fill(smallCase(`審査中工事 ${mark}`));
  await begun.open("その他");
  const chooser = contractor.getByLabel("その他の書類", { exact: true });
  await chooser.setInputFiles({ name: "現場写真.png", mimeType: "image/png", buffer: aPng() });
  const attached = contractor.getByRole("link", { name: "現場写真.png", exact: true });
  const attachmentId = idIn((await attached.getAttribute("href")) ?? "");
  const waiting = await begun.checkAndSend();
  const examiningId = idIn(contractor);
  await (await BranchCase.open(staff, waiting)).begin();

  await ApplicationForm.apply(contractor, smallCase(`送信済工事 ${mark}`));
  const sentId = idIn(contractor);

  const form = await ApplicationForm.begin(contractor);
  await form.fill(smallCase(`下書き工事 ${mark}`));
  const draftId = idIn(contractor);
  await form.check();
  await form.send.waitFor();

  const desk = new Desk(contractor);
  await desk.openGuarantee(`閲覧工事 ${mark}`, "契約保証");
  const paperId = idIn(contractor);
  const given = await desk.openKey(`閲覧工事 ${mark}`, "前払金保証", watch);
  const electronicId = idIn(contractor);
  await contractor.getByLabel(/^再発行の理由/).fill(`再発行の理由 ${mark}`);
  await button(contractor, "認証キーの再発行を依頼する").click();
  await button(contractor.getByRole("dialog"), "認証キーの再発行を依頼する").click();
  await contractor.getByText("の処理をお待ちください").waitFor();
  const verify = await Verify.open(await as("odawara"));
  await verify.lookUp(given);
  await verify.showsCertificateOf(mark);
  const verificationId = idIn(verify.page);

  if (mailbox) {
    await contractor.goto("/dev/mailbox");
    await contractor.getByRole("main").getByRole("link").first().click();
    await contractor.waitForURL(/\/dev\/mailbox\/./);
  }
  return {
    mark,
    draftId,
    examiningId,
    sentId,
    issuedId,
    attachmentId,
    receiptNumber,
    electronicId,
    paperId,
    given,
    verificationId,
    mailId: idIn(contractor),
  };
}
