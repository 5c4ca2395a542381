import { composeMail } from "../frame.ts";
import type { Mail } from "../outbox.ts";

/** A notice worded as a mail; its subject and first sentence follow from the event. */
export type NoticeMail = {
  subject: string;
  addressee: string;
  paragraphs: string[];
  facts: { label: string; value: string }[];
  action: { label: string; url: string };
  settingsUrl: string;
  guarantorName: string;
  branch: { name: string; tel: string; hours: string };
};

/** To a person of the company: something happened to an application or a guarantee. It contains no secret. */
export function notice(model: NoticeMail): Mail {
  const { subject, addressee, paragraphs, facts, action, settingsUrl, guarantorName, branch } = model;
  return composeMail({
    subject,
    addressee,
    paragraphs,
    facts,
    action: { ...action, label: `${action.label}（ログインが必要です）` },
    notes: [
      "このメールは送信専用です。ご返信いただいてもお答えできません。",
      `お知らせメールの設定は、保証デスクの「お知らせ」で変更できます。\n${settingsUrl}`,
    ],
    signature: [guarantorName, `${branch.name}　TEL ${branch.tel}`, branch.hours],
  });
}

const sample: NoticeMail = {
  subject: "保証申込についてのお知らせ（受付番号 20260402-000001）",
  addressee: "〇〇建設 株式会社　工事 一郎 様",
  paragraphs: ["神奈川支店から、申込についてお知らせがあります。保証デスクで内容をご確認ください。"],
  facts: [
    { label: "受付番号", value: "20260402-000001" },
    { label: "工事名", value: "道路改良工事" },
    { label: "発注者", value: "小田原市長" },
  ],
  action: {
    label: "お知らせを確認する",
    url: "http://127.0.0.1:3000/desk/applications/0190a000-0000-7000-8000-000000000000#talk",
  },
  settingsUrl: "http://127.0.0.1:3000/desk/notices/settings",
  guarantorName: "見本建設業保証株式会社",
  branch: { name: "神奈川支店", tel: "045-000-0000", hours: "平日 9:00～17:00（土日祝日・年末年始を除く）" },
};

export const samples: { name: string; mail: Mail }[] = [
  { name: "支店からのお知らせ", mail: notice(sample) },
  {
    name: "保証期限のお知らせ",
    mail: notice({
      ...sample,
      subject: "保証期限のお知らせ（あと30日）",
      paragraphs: [
        "保証契約の保証期限が近づいています（あと30日）。",
        "工期を変更するときは、期限までに支店へご連絡ください。",
      ],
      facts: [
        { label: "保証契約番号", value: "35075-00000M" },
        { label: "商品名", value: "前払金保証" },
        { label: "保証期限", value: "令和9年3月31日" },
        { label: "工事名", value: "道路改良工事" },
        { label: "発注者", value: "小田原市長" },
      ],
      action: {
        label: "保証契約を確認する",
        url: "http://127.0.0.1:3000/desk/contracts/0190a000-0000-7000-8000-000000000000",
      },
    }),
  },
];
