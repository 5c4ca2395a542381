import { composeMail } from "../frame.ts";
import type { Mail } from "../outbox.ts";

export type GuaranteeIssued = {
  contractorName: string;
  workName: string;
  obligeeTitle: string;
  productName: string;
  contractNumber: string;
  url: string;
  guarantorName: string;
  branch: { name: string; tel: string; hours: string };
};

/** 「電子保証（認証キー）発行完了のお知らせ」 (docs/domain.md 4.4). The key is never in a mail; it is shown after sign-in. */
export function guaranteeIssued(model: GuaranteeIssued): Mail {
  return composeMail({
    subject: "電子保証（認証キー）発行完了のお知らせ",
    addressee: `${model.contractorName} 様`,
    paragraphs: [
      "電子保証の発行手続きが完了しましたので、お知らせします。",
      "保証デスクの「保証契約一覧」から「電子保証（認証キー）」を開き、「詳細」で保証契約の内容をご確認のうえ、「電子保証にかかる「認証キー」のお知らせ」（PDF）を保存して、発注者にご提出ください。",
    ],
    facts: [
      { label: "保証契約番号", value: model.contractNumber },
      { label: "商品名", value: model.productName },
      { label: "工事名", value: model.workName },
      { label: "発注者", value: model.obligeeTitle },
    ],
    action: { label: "保証契約の内容と認証キーを確認する（ログインが必要です）", url: model.url },
    notes: [
      "認証キーは、このメールには記載していません。",
      "このメールは送信専用です。ご返信いただいてもお答えできません。",
    ],
    signature: [model.guarantorName, `${model.branch.name}　TEL ${model.branch.tel}`, model.branch.hours],
  });
}

export const samples: { name: string; mail: Mail }[] = [
  {
    name: "電子保証（認証キー）発行完了のお知らせ",
    mail: guaranteeIssued({
      contractorName: "〇〇建設 株式会社",
      workName: "道路改良工事",
      obligeeTitle: "小田原市長",
      productName: "前払金保証",
      contractNumber: "35075-00000M",
      url: "http://127.0.0.1:3000/desk/contracts/0190a000-0000-7000-8000-000000000000",
      guarantorName: "見本建設業保証株式会社",
      branch: {
        name: "神奈川支店",
        tel: "045-000-0000",
        hours: "平日 9:00～17:00（土日祝日・年末年始を除く）",
      },
    }),
  },
];
