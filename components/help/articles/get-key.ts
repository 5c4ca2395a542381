import { helpPath, paths } from "#lib/core/paths.ts";
import type { HelpArticle } from "#lib/features/help/types.ts";

/** 「認証キーの取得方法」: from the choice on the form to the PDF in one's own folder. */
export const getKey: HelpArticle = {
  slug: "get-key",
  title: "認証キーの取得方法",
  lead: "申込で「電子保証」を選んでおくと、発行後に保証契約一覧から認証キーを受け取れます。",
  sections: [
    {
      anchor: "apply",
      title: "申込のときに、何を選びますか",
      also: ["電子保証を希望", "お知らせ", "メール"],
      blocks: [
        {
          kind: "steps",
          items: [
            {
              title: "「電子保証（認証キーを含む）」を選ぶ",
              text: "「保証の申込内容」のタブで、前払金保証と契約保証のそれぞれについて選びます。",
              picture: "form-electronic",
            },
            {
              title: "お知らせのメールを希望する",
              text: "「その他」のタブの「電子保証発行完了のお知らせ」で「希望する」を選び、メールアドレスを入力します。",
              picture: "form-notice",
            },
          ],
        },
      ],
    },
    {
      anchor: "receive",
      title: "発行されたら、どう受け取りますか",
      also: ["ダウンロード", "印刷", "PDF", "詳細", "選択", "手順"],
      blocks: [
        {
          kind: "steps",
          items: [
            {
              title: "メールが届く",
              text: "件名は「電子保証（認証キー）発行完了のお知らせ」です。保証ごとに1通届きます。安全のため、認証キーは書いてありません。",
              picture: "mail",
            },
            {
              title: "「保証契約一覧」を開く",
              text: "ログインして、全体トップから開きます。",
              picture: "desk",
            },
            {
              title: "「電子保証（認証キー）」のタブで「詳細」を押す",
              text: "工事名と保証の種類を確かめて、その行の「詳細」を押します。",
              picture: "keys-list",
            },
            {
              title: "保証証書の内容を確かめる",
              text: "「電子保証情報（履歴情報）」の「選択」を押すと、保証証書が別のウィンドウで開きます。申込の内容と違いがないか確かめます。",
              picture: "history",
            },
            {
              title: "「印刷」を押して、PDFを保存する",
              text: "「電子保証にかかる「認証キー」のお知らせ」（PDF）をダウンロードして、保存します。発注者に提出するのは、このPDFです。",
              picture: "key-box",
            },
          ],
        },
        {
          kind: "text",
          text: ["次は、", { words: "発注者への提出方法", href: helpPath("hand-in") }, "をご覧ください。"],
        },
      ],
    },
    {
      anchor: "characters",
      title: "認証キーの文字は、どう読みますか",
      also: ["数字", "大文字", "小文字", "見間違い", "12文字"],
      blocks: [
        {
          kind: "text",
          text: "認証キーは、英字と数字の12文字です。4文字ずつ区切って表示します。",
        },
        { kind: "figure", name: "key" },
        {
          kind: "list",
          items: [
            "下線の文字は数字です。下線のない文字は英字です。",
            "大文字と小文字は区別します。",
            "見間違えやすい0とO、1とlとI、4とA、8とBは、保証デスクが発行する認証キーには使いません。",
            "全角で入力しても、間に空白が入っていても、照会できます。",
          ],
        },
        { kind: "note", text: "図の認証キーは説明のための見本です。実際の認証キーではありません。" },
      ],
    },
    {
      anchor: "no-mail",
      title: "お知らせのメールが届きません",
      also: ["迷惑メール", "来ない"],
      blocks: [
        {
          kind: "list",
          items: [
            "申込で「電子保証発行完了のお知らせ」を「希望しない」にすると、メールは送りません。",
            "申込の詳細で、入力したメールアドレスを確かめてください。",
            "迷惑メールのフォルダーに入っていないか確かめてください。",
          ],
        },
        {
          kind: "text",
          text: "メールがなくても、認証キーは受け取れます。発行が済むと、保証契約一覧に表示します。",
        },
      ],
    },
    {
      anchor: "again",
      title: "認証キーをなくしました",
      also: ["再表示", "忘れた", "紛失"],
      blocks: [
        {
          kind: "text",
          text: [
            "保証契約一覧の「詳細」で、もう一度確かめられます。お知らせのPDFも、もう一度ダウンロードできます。",
            { words: "ログイン", href: paths.login() },
            "して開いてください。",
          ],
        },
      ],
    },
  ],
};
