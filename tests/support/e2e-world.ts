import { unique } from "#tests/e2e/pages/cases.ts";
import type { Login } from "#tests/support/e2e-people.ts";
import type { PlainBrowser } from "#tests/support/e2e-plain.ts";
import { idIn, type NumberAndKey, quietCase, Records, smallDraft } from "#tests/support/e2e-records.ts";
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

/** Makes the records by requests, as people would; without a mail where no mailbox catches any. */
export async function makeWorld(
  browserOf: (login: Login) => Promise<PlainBrowser>,
  watch: Watch,
  { mailbox = true } = {},
): Promise<World> {
  const mark = unique();
  const records = new Records(browserOf, watch);
  const contractor = await browserOf("contractor");

  const issuedName = `閲覧工事 ${mark}`;
  const issued = await records.issued(issuedName, { ...quietCase, performanceForm: "paper" });

  const waitingName = `審査中工事 ${mark}`;
  const waitingId = await records.drafted({ ...smallDraft, workName: waitingName });
  const attachmentId = await records.attach(waitingId, {
    name: "現場写真.png",
    mimeType: "image/png",
    buffer: aPng(),
  });
  const waiting = await records.send(waitingId, waitingName);
  await records.decide(waiting, ["審査を開始"]);

  const sent = await records.sent(`送信済工事 ${mark}`);
  const draftId = await records.drafted({ ...smallDraft, workName: `下書き工事 ${mark}` });

  const electronic = await records.guarantee(issuedName, "前払金保証");
  const given = await records.keyOf(issuedName, "前払金保証");
  await contractor.press(await contractor.open(electronic), "認証キーの再発行を依頼する", {
    reason: `再発行の理由 ${mark}`,
  });
  const official = await browserOf("odawara");
  const seen = await official.press(await official.open("/verify"), "照会する", {
    contractNumber: given.number,
    key: given.key,
  });
  if (!seen.html.includes(mark)) throw new Error(`${seen.path} does not show what was looked up`);

  const mails = mailbox ? await contractor.open("/dev/mailbox") : undefined;
  return {
    mark,
    draftId,
    examiningId: waiting.id,
    sentId: sent.id,
    issuedId: issued.id,
    attachmentId,
    receiptNumber: issued.receiptNumber,
    electronicId: idIn(electronic),
    paperId: idIn(await records.guarantee(issuedName, "契約保証")),
    given,
    verificationId: idIn(seen.path),
    mailId: idIn(/\/dev\/mailbox\/[0-9a-f-]{36}/.exec(mails?.html ?? "")?.[0] ?? ""),
  };
}
