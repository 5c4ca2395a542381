import { aboutAccounts } from "#components/help/articles/faq-account.ts";
import { aboutApplying } from "#components/help/articles/faq-applying.ts";
import { aboutWorks } from "#components/help/articles/faq-works.ts";
import { helpPath } from "#lib/core/paths.ts";
import type { HelpArticle, HelpSection } from "#lib/features/help/types.ts";

const afterSending: HelpSection[] = [
  {
    anchor: "after-sending",
    group: "送信した後",
    title: "送信した申込は、どうなりますか",
    also: ["審査", "状態", "手続状況", "送信済"],
    blocks: [
      {
        kind: "table",
        label: "申込の状態",
        head: ["状態", "意味", "次に手続する人"],
        rows: [
          ["下書き", "まだ送信していません。", "受注者"],
          ["送信済", "支店に届きました。", "支店"],
          ["審査中", "支店が内容を確認しています。", "支店"],
          ["取下げ", "受注者が、審査の前に申込を取りやめました。", "なし"],
          ["差戻し", "直してほしいところがあります。理由を読んで、修正してください。", "受注者"],
          ["謝絶", "保証をお引き受けできません。理由を表示します。", "なし"],
          ["承認済", "審査が終わりました。発行を待っています。", "支店"],
          ["発行処理中", "保証証書と認証キーを作っています。", "なし（自動で進みます）"],
          ["発行済", "認証キーを受け取れます。", "受注者"],
        ],
      },
    ],
  },
  {
    anchor: "returned",
    group: "送信した後",
    title: "申込が差し戻されました",
    also: ["修正", "やり直し", "差戻し"],
    blocks: [
      {
        kind: "text",
        text: "申込を開くと、支店からの「差戻しの理由」を表示します。「修正する」を押して内容を直し、もう一度送信してください。受付番号は変わりません。",
      },
    ],
  },
  {
    anchor: "withdraw",
    group: "送信した後",
    title: "送信した申込を取りやめたい",
    also: ["取下げ", "キャンセル", "取り消し"],
    blocks: [
      {
        kind: "text",
        text: "支店が審査を始める前なら、申込を開いて取り下げられます。審査が始まった後は、申込先の支店にご連絡ください。",
      },
    ],
  },
  {
    anchor: "when-issued",
    group: "送信した後",
    title: "いつ発行されますか",
    also: ["日数", "急ぎ", "入金"],
    blocks: [
      {
        kind: "text",
        text: "支店の審査が終わり、発行の操作をすると、すぐに発行します。保証料の支払方法が「銀行振込」のときは、支店が保証料の受領を確認した後です。日数は、申込先の支店にお尋ねください。",
      },
    ],
  },
  {
    anchor: "amount-changed",
    group: "送信した後",
    title: "請負金額が変わりました",
    also: ["変更", "増額", "減額", "工期の変更"],
    blocks: [
      {
        kind: "text",
        text: "請負金額だけが変わるときは、前払金保証の変更の手続は必要ありません。保証金額や工期が変わるときは、申込先の支店にご連絡ください。",
      },
    ],
  },
  {
    anchor: "key",
    group: "送信した後",
    title: "認証キーは、どこで見られますか",
    also: ["番号", "PDF"],
    blocks: [
      {
        kind: "text",
        text: [
          "保証契約一覧の「電子保証（認証キー）」のタブで「詳細」を押すと表示します。くわしくは、",
          { words: "認証キーの取得方法", href: helpPath("get-key", "receive") },
          "をご覧ください。",
        ],
      },
    ],
  },
];

/** 「よくある質問」: the longer answers behind the form's fields, and what people ask beside them. */
export const faq: HelpArticle = {
  slug: "faq",
  title: "よくある質問",
  lead: "申込の項目の意味と、困ったときにすることをまとめました。",
  sections: [...aboutWorks, ...aboutApplying, ...afterSending, ...aboutAccounts],
};
