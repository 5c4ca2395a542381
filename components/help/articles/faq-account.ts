import { paths } from "#lib/core/paths.ts";
import type { HelpSection } from "#lib/features/help/types.ts";
import { NOTICE_KINDS } from "#lib/features/notices/constants.ts";

const group = "ログインと利用者";

/** Questions about signing in and about the people of a company. */
export const aboutAccounts: HelpSection[] = [
  {
    anchor: "password",
    group,
    title: "パスワードを忘れました",
    also: ["ログインできない", "再設定", "パスワードの再設定"],
    blocks: [
      {
        kind: "text",
        text: [
          { words: "パスワードの再設定", href: paths.password() },
          "でメールアドレスを入力すると、登録があるときは、設定し直すためのメールを送ります。届かないときは、迷惑メールのフォルダーと、入力したメールアドレスを確かめてください。",
        ],
      },
    ],
  },
  {
    anchor: "people",
    group,
    title: "会社のほかの人も使えますか",
    also: ["招待", "利用者", "権限", "管理者", "申込担当", "閲覧のみ", "担当者を追加"],
    blocks: [
      {
        kind: "text",
        text: "はい。管理者が、会社の利用者をメールで招待できます。利用者ごとに、できることを選びます。",
      },
      {
        kind: "table",
        label: "利用者ができること",
        head: ["役割", "できること"],
        rows: [
          ["管理者", "申込と、利用者の招待や変更ができます。"],
          ["申込担当", "申込ができます。"],
          ["閲覧のみ", "申込と保証契約を見ることができます。"],
        ],
      },
    ],
  },
  {
    anchor: "notice-mail",
    group,
    title: "お知らせのメールを、選んで受け取れますか",
    also: ["メールの設定", "通知", "メールを止める", "配信停止", "受け取らない", "届く"],
    blocks: [
      {
        kind: "text",
        text: "はい。全体トップの「お知らせをすべて見る」を押し、「メールの設定」のタブで、受け取るものを選びます。選べるのは、ご自分あてのメールです。",
      },
      {
        kind: "table",
        label: "選べるお知らせ",
        head: ["お知らせ", "はじめの設定"],
        rows: Object.values(NOTICE_KINDS).map(({ label, byMail }) => [
          label,
          byMail ? "受け取る" : "受け取らない",
        ]),
      },
      {
        kind: "text",
        text: "メールを受け取らないお知らせも、「お知らせの一覧」には表示します。",
      },
    ],
  },
  {
    anchor: "devices",
    group,
    title: "ほかのパソコンでログインしたままにしてしまいました",
    also: ["サインアウトさせる", "サインアウト", "端末", "見覚えのない", "共用", "置き忘れ"],
    blocks: [
      {
        kind: "text",
        text: "全体トップの「ログインしている端末とパスワード」を開くと、ログインしている端末を表示します。「サインアウトさせる」を押すと、その端末では保証デスクを使えなくなります。",
      },
      {
        kind: "text",
        text: "見覚えのない端末があるときは、サインアウトさせて、パスワードも変更してください。",
      },
    ],
  },
  {
    anchor: "session",
    group,
    title: "しばらく使わないと、どうなりますか",
    also: ["ログアウト", "時間切れ", "利用時間", "延長"],
    blocks: [
      {
        kind: "text",
        text: "安全のため、自動でログアウトします。その2分前に画面でお知らせし、延長できます。ログアウトしても、入力した内容は下書きに残ります。",
      },
    ],
  },
];
