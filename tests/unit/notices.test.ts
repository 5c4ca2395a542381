import { describe, expect, test } from "vitest";
import { NoticeEvent } from "#lib/core/generated/prisma/enums.ts";
import { presentNoticeMail } from "#lib/features/notices/present.ts";
import { noticeData } from "#lib/features/notices/schema.ts";
import { notice } from "#lib/mail/templates/notice.ts";

const data = noticeData.parse({
  workName: "道路改良工事",
  obligeeTitle: "小田原市長",
  obligeeName: "小田原市",
  receiptNumber: "20260402-000001",
  branchName: "神奈川支店",
  productName: "前払金保証",
  contractNumber: "35075-00000M",
  expiresOn: "2027-03-31",
  daysLeft: 30,
});
const sender = {
  appUrl: "http://own.test",
  guarantorName: "見本建設業保証株式会社",
  branch: { name: "神奈川支店", tel: "045-000-0000", hours: "平日 9:00～17:00" },
  addressee: "〇〇建設 株式会社　工事 一郎 様",
};

describe("The mail of each kind of notice", () => {
  test.each(Object.values(NoticeEvent))(
    "%s says nothing twice in a row, and asks to sign in once",
    (event) => {
      const { text } = notice(
        presentNoticeMail({ event, applicationId: "1", guaranteeId: "2", data }, sender),
      );
      expect(/([^\s─―=-]{4,})\1/.exec(text)?.[1]).toBeUndefined();
      expect(text.match(/ログインが必要です/g)).toHaveLength(1);
    },
  );
});
