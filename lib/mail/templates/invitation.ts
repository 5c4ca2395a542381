import { composeMail } from "../frame.ts";
import type { Mail } from "../outbox.ts";

type Invited = { companyName: string; inviterName: string; guarantorName: string };

const unknownToYou = "お心当たりのない場合は、このメールを破棄してください。";
const sendOnly = "このメールは送信専用です。ご返信いただいてもお答えできません。";

/** 「保証デスクへの招待」 with the one-time link. */
export function invitation(model: Invited & { roleName: string; url: string; until: string }): Mail {
  return composeMail({
    subject: "保証デスクへの招待",
    addressee: `${model.companyName} ご担当者 様`,
    paragraphs: [
      `${model.companyName}の${model.inviterName}さんが、あなたを保証デスクの利用者として招待しました。`,
      "下のリンクを開き、お名前とパスワードを登録すると、ご利用いただけます。",
    ],
    facts: [
      { label: "会社", value: model.companyName },
      { label: "権限", value: model.roleName },
      { label: "リンクの期限", value: `${model.until} まで（1回だけ使えます）` },
    ],
    action: { label: "お名前とパスワードを登録する", url: model.url },
    notes: [unknownToYou, sendOnly],
    signature: [model.guarantorName, "保証デスク"],
  });
}

/** The invitation to somebody whose address already has an account: no link, but what to do instead. */
export function invitationElsewhere(model: Invited): Mail {
  return composeMail({
    subject: "保証デスクへの招待",
    addressee: "保証デスク ご利用者 様",
    paragraphs: [
      `${model.companyName}の${model.inviterName}さんが、あなたを保証デスクの利用者として招待しました。`,
      "このメールアドレスは、すでに保証デスクに登録されているため、この招待では登録できません。",
      "この会社の利用者になるには、別のメールアドレスで招待するよう、招待した方にお伝えください。",
    ],
    facts: [{ label: "会社", value: model.companyName }],
    notes: ["すでに登録されていることは、招待した方には知らせていません。", unknownToYou, sendOnly],
    signature: [model.guarantorName, "保証デスク"],
  });
}

const sample = {
  companyName: "〇〇建設 株式会社",
  inviterName: "工事 一郎",
  guarantorName: "見本建設業保証株式会社",
};

export const samples: { name: string; mail: Mail }[] = [
  {
    name: "保証デスクへの招待",
    mail: invitation({
      ...sample,
      roleName: "申込担当",
      url: "http://127.0.0.1:3000/invite/abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG",
      until: "2026/04/09 10:00",
    }),
  },
  { name: "保証デスクへの招待（登録済みのメールアドレス）", mail: invitationElsewhere(sample) },
];
