import { composeMail } from "../frame.ts";
import type { Mail } from "../outbox.ts";

type Addressed = { name: string; guarantorName: string; url: string };

const sendOnly = "このメールは送信専用です。ご返信いただいてもお答えできません。";

/** 「パスワードの再設定」 with the one-time link, which is valid until `until`. */
export function passwordReset(model: Addressed & { until: string }): Mail {
  return composeMail({
    subject: "パスワードの再設定",
    addressee: `${model.name} 様`,
    paragraphs: [
      "保証デスクのパスワードを再設定するお申し出を受け付けました。",
      "下のリンクを開き、新しいパスワードを入力してください。",
    ],
    facts: [{ label: "リンクの期限", value: `${model.until} まで（1回だけ使えます）` }],
    action: { label: "新しいパスワードを入力する", url: model.url },
    notes: ["お心当たりのない場合は、このメールを破棄してください。パスワードは変わりません。", sendOnly],
    signature: [model.guarantorName, "保証デスク"],
  });
}

/** 「パスワードを変更しました」, to the owner, in case somebody else changed it; `url` leads to the reset. */
export function passwordChanged(model: Addressed & { at: string }): Mail {
  return composeMail({
    subject: "パスワードを変更しました",
    addressee: `${model.name} 様`,
    paragraphs: [
      "保証デスクのパスワードが変更されました。ほかの端末は、すべてサインアウトしています。",
      "ご自身で変更した場合は、何もする必要はありません。",
    ],
    facts: [{ label: "変更した日時", value: model.at }],
    action: { label: "お心当たりのない場合は、すぐにパスワードを再設定してください", url: model.url },
    notes: [sendOnly],
    signature: [model.guarantorName, "保証デスク"],
  });
}

const sample = { name: "工事 一郎", guarantorName: "見本建設業保証株式会社" };

export const samples: { name: string; mail: Mail }[] = [
  {
    name: "パスワードの再設定",
    mail: passwordReset({
      ...sample,
      url: "http://127.0.0.1:3000/password/reset/abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG",
      until: "2026/04/06 11:00",
    }),
  },
  {
    name: "パスワードを変更しました",
    mail: passwordChanged({ ...sample, url: "http://127.0.0.1:3000/password", at: "2026/04/06 10:12" }),
  },
];
