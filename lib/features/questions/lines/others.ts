import { WISHES } from "./choices.ts";
import type { Lines } from "./line.ts";

const others = { group: "others", duplicated: true } as const;
const contact = { ...others, kind: "text", required: "never", printed: "copy", width: 18 } as const;

/** Tab 「その他」, the leaflet's インフォメーション, in the order of the form. */
export const OTHERS_LINES = {
  branch: {
    ...others,
    label: "申込送信先",
    kind: "record",
    of: "branches",
    storedAs: "branchId",
    required: "always",
    fromCompany: "branch",
    help: "申込を受け付ける支店です。",
    more: "branch",
  },
  notice: {
    ...others,
    label: "電子保証発行完了のお知らせ",
    kind: "choice",
    choices: WISHES,
    required: "always",
    help: "「希望する」を選ぶと、発行が完了したときに電子メールでお知らせします。",
    more: "issued-mail",
  },
  noticeEmail: {
    ...others,
    label: "メールアドレス",
    kind: "mail",
    required: "mailWished",
    fromCompany: "noticeEmail",
    help: "お知らせを「希望する」ときは、必ず入力してください。",
    more: "issued-mail",
  },
  contactDepartment: {
    ...contact,
    label: "担当部署",
    fromCompany: "contactDepartment",
    help: "申込の内容について、支店が連絡する部署です。",
    more: "contact",
  },
  contactPosition: {
    ...contact,
    label: "役職",
    fromCompany: "contactPosition",
    autoComplete: "organization-title",
  },
  contactName: { ...contact, label: "担当者名", fromCompany: "contactName", autoComplete: "name" },
  contactPhone: {
    ...others,
    label: "連絡先電話番号",
    kind: "phone",
    required: "never",
    fromCompany: "contactPhone",
  },
  messageToBranch: {
    group: "others",
    label: "お客様から弊社への連絡事項",
    kind: "message",
    required: "never",
    printed: "copy",
    duplicated: false,
  },
} as const satisfies Lines;
