import { composeMail } from "../frame.ts";
import type { Mail } from "../outbox.ts";

export type MessageArrived = {
  addressee: string;
  /** The contractor. */
  from: string;
  receiptNumber: string;
  workName: string;
  obligeeTitle: string;
  url: string;
  guarantorName: string;
};

/** To the branch: a contractor has written about an application. The message itself is read after sign-in. */
export function messageArrived(model: MessageArrived): Mail {
  return composeMail({
    subject: `お客様からの連絡のお知らせ（受付番号 ${model.receiptNumber}）`,
    addressee: model.addressee,
    paragraphs: [`${model.from} 様から、申込について連絡がありました。保証デスクで内容をご確認ください。`],
    facts: [
      { label: "受付番号", value: model.receiptNumber },
      { label: "商号", value: model.from },
      { label: "工事名", value: model.workName },
      { label: "発注者", value: model.obligeeTitle },
    ],
    action: { label: "連絡を確認する（ログインが必要です）", url: model.url },
    notes: [
      "連絡の内容は、このメールには記載していません。",
      "このメールは送信専用です。ご返信いただいてもお答えできません。",
    ],
    signature: [model.guarantorName, "保証デスク"],
  });
}

export const samples: { name: string; mail: Mail }[] = [
  {
    name: "お客様からの連絡のお知らせ",
    mail: messageArrived({
      addressee: "神奈川支店　審査 花子 様",
      from: "〇〇建設 株式会社",
      receiptNumber: "20260402-000001",
      workName: "道路改良工事",
      obligeeTitle: "小田原市長",
      url: "http://127.0.0.1:3000/branch/applications/0190a000-0000-7000-8000-000000000000#talk",
      guarantorName: "見本建設業保証株式会社",
    }),
  },
];
