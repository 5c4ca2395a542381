import { helpPath, paths } from "#lib/core/paths.ts";
import type { HelpSection } from "#lib/features/help/types.ts";

const contents = "保証の申込内容";
const others = "その他";
const demo =
  "割合の上限と下限は、発注者ごとに違います。デモに表示する割合は「デモ用の条件」で、実際の条件ではありません。";

/** Questions about the second and third tab of the application. */
export const aboutApplying: HelpSection[] = [
  {
    anchor: "certificate-form",
    group: contents,
    title: "保証証書の形式は、どちらを選びますか",
    also: ["紙", "電子保証", "証書"],
    blocks: [
      {
        kind: "text",
        text: "発注者が電子保証に対応しているときは、「電子保証（認証キーを含む）」を選べます。対応していないときや、工事が対象にならないときは、「証書（紙）」を選びます。前払金保証と契約保証で、別々に選べます。",
      },
      {
        kind: "text",
        text: [
          "使えるかどうかは、",
          { words: "電子保証を使えるか調べる", href: paths.eligibility() },
          "で確かめられます。違いは、",
          { words: "紙の証書と何が違いますか", href: helpPath("how-it-works", "difference") },
          "をご覧ください。",
        ],
      },
    ],
  },
  {
    anchor: "current-year-amount",
    group: contents,
    title: "今年度対象額とは何ですか",
    also: ["出来高予定額", "支払限度額", "債務負担", "複数年度", "2か年"],
    blocks: [
      {
        kind: "text",
        text: "2年以上にわたる工事で、今年度の分にあたる金額です。発注者が示す、今年度の出来高予定額または支払限度額を入力します。1年度で終わる工事では、入力しません。",
      },
      {
        kind: "text",
        text: "入力すると、前払金保証金額の割合を、請負金額の代わりに今年度対象額に対して計算します。",
      },
    ],
  },
  {
    anchor: "advance-amount",
    group: contents,
    title: "前払金保証金額は、いくらにしますか",
    also: ["40%", "割合", "上限", "前払金"],
    blocks: [
      {
        kind: "text",
        text: "発注者に請求する前払金の額を入力します。請負金額（今年度対象額を入力したときは、その金額）に対する割合を表示します。たとえば、請負金額50,000,000円に対して20,000,000円は40.0%です。",
      },
      { kind: "note", text: demo },
    ],
  },
  {
    anchor: "performance-amount",
    group: contents,
    title: "契約保証金額は、いくらにしますか",
    also: ["10%", "割合", "下限"],
    blocks: [
      {
        kind: "text",
        text: "発注者が契約の条件で求める保証の額を入力します。請負金額に対する割合を表示します。たとえば、請負金額50,000,000円に対して5,000,000円は10.0%です。",
      },
      { kind: "note", text: demo },
    ],
  },
  {
    anchor: "interim",
    group: contents,
    title: "中間前払金保証は、どんなときに申し込めますか",
    also: ["中間前払", "条件", "認定", "部分払"],
    blocks: [
      {
        kind: "text",
        text: "前払金を受け取った工事で、途中にもう一度、中間前払金を受け取るときに申し込みます。次の五つの条件を、すべて満たすことが必要です。",
      },
      {
        kind: "list",
        items: [
          "工期の2分の1を経過している。",
          "そこまでに行う予定の作業を終えている。",
          "行った作業の経費が、請負金額の2分の1以上である。",
          "前払金を受け取っている。",
          "部分払を受けていない。",
        ],
      },
      {
        kind: "note",
        text: "条件を満たすことは、発注者が認定します。先に、発注者に認定を請求してください。",
      },
    ],
  },
  {
    anchor: "deposit-bank",
    group: contents,
    title: "預託金融機関とは何ですか",
    also: ["銀行", "口座", "支店名", "専用口座"],
    blocks: [
      {
        kind: "text",
        text: "前払金を受け取る口座のある銀行と支店です。前払金は、保証会社と契約している金融機関の前払金専用の口座に入ります。銀行名と支店名を入力してください。",
      },
      {
        kind: "text",
        text: "漢字、かな、ローマ字、金融機関コードで候補を探せます。候補にない名前も、そのまま入力できます。",
      },
    ],
  },
  {
    anchor: "redeposit",
    group: contents,
    title: "再預託とは何ですか",
    also: ["再預託利用区分", "別の口座"],
    blocks: [
      {
        kind: "text",
        text: "預託金融機関に入った前払金を、別の口座や支店に移して預けるときに「再預託を利用する」を選びます。移さないときは、「再預託を利用しない」を選びます。",
      },
      {
        kind: "note",
        text: "この説明は一般的な読み方によるものです。くわしくは、申込先の支店にお尋ねください。",
      },
    ],
  },
  {
    anchor: "premium-payment",
    group: contents,
    title: "保証料の支払方法は、どう違いますか",
    also: ["一括納付", "銀行振込", "振込", "支払い"],
    blocks: [
      {
        kind: "table",
        label: "保証料の支払方法",
        head: ["支払方法", "意味", "発行の時期"],
        rows: [
          ["一括納付", "1か月分の保証料を、まとめて支払います。", "保証料の受領を待たずに発行します。"],
          ["銀行振込", "申込ごとに振り込みます。", "支店が保証料の受領を確認した後に発行します。"],
        ],
      },
      {
        kind: "warning",
        title: "一括納付は「一度に全額」の意味ではありません",
        text: "何件かの保証料を、1か月ごとにまとめて支払う方法です。",
      },
    ],
  },
  {
    anchor: "premium-amount",
    group: contents,
    title: "保証料は、いくらですか",
    also: ["料率", "料金", "費用", "手数料", "計算"],
    blocks: [
      {
        kind: "text",
        text: "保証料は、申込先の支店がお知らせします。保証料に消費税はかかりません。",
      },
      { kind: "note", text: "デモには、実際の料率はありません。" },
    ],
  },
  {
    anchor: "bill-to",
    group: contents,
    title: "保証料請求先には、何を入力しますか",
    also: ["請求書", "宛名", "会社名"],
    blocks: [
      {
        kind: "text",
        text: "保証料の請求書の宛名です。申込をする会社の名前を、はじめから入力してあります。別の会社や支店に請求してほしいときは、書き換えてください。",
      },
    ],
  },
  {
    anchor: "premium-statement",
    group: contents,
    title: "保証料計算書（紙）は、希望したほうがよいですか",
    also: ["計算書", "郵送"],
    blocks: [
      {
        kind: "text",
        text: "紙の計算書を社内で使うときに、「希望する」を選びます。希望しなくても、保証の内容や申込に影響はありません。",
      },
    ],
  },
  {
    anchor: "issued-mail",
    group: others,
    title: "電子保証発行完了のお知らせとは何ですか",
    also: ["メール", "通知", "メールアドレス", "希望する"],
    blocks: [
      {
        kind: "text",
        text: "「希望する」を選ぶと、発行が完了したときに、入力したメールアドレスへお知らせします。安全のため、認証キーはメールに書きません。ログインして受け取ります。",
      },
      {
        kind: "text",
        text: [
          "届かないときは、",
          { words: "お知らせのメールが届きません", href: helpPath("get-key", "no-mail") },
          "をご覧ください。",
        ],
      },
    ],
  },
  {
    anchor: "branch",
    group: others,
    title: "申込送信先は、どの支店にしますか",
    also: ["支店", "営業部"],
    blocks: [
      { kind: "text", text: "ふだん取引している支店を選びます。審査と発行は、選んだ支店が行います。" },
    ],
  },
  {
    anchor: "contact",
    group: others,
    title: "連絡先は、何に使いますか",
    also: ["担当部署", "役職", "担当者名", "電話番号", "連絡事項"],
    blocks: [
      {
        kind: "text",
        text: "申込の内容について支店が確かめたいことがあるときに、使います。「お客様から弊社への連絡事項」には、支店に伝えたいことを書けます。どれも任意です。",
      },
    ],
  },
  {
    anchor: "attachments",
    group: others,
    title: "書類を添付できますか",
    also: ["添付書類", "契約書", "指名通知書", "ファイル", "アップロード", "写真"],
    blocks: [
      {
        kind: "text",
        text: "はい。請負契約書や指名通知書などを、PDF、JPEG、PNGで添付できます。1件20MB、20件まで、合わせて100MBまでです。開けるのは、申込をした会社と送信先の支店だけです。",
      },
    ],
  },
  {
    anchor: "company",
    group: others,
    title: "毎回同じことを入力しなくて済みますか",
    also: ["会社情報", "複製", "前回の申込", "初期値"],
    blocks: [
      {
        kind: "text",
        text: "はい。「会社情報」に連絡先や預託金融機関を登録すると、新しい申込にあらかじめ入力します。前に送信した申込を複製して、違うところだけを入力することもできます。",
      },
    ],
  },
  {
    anchor: "saving",
    group: others,
    title: "途中でやめても、続きから入力できますか",
    also: ["下書き", "保存", "消えた", "再開", "ほかのパソコン"],
    blocks: [
      {
        kind: "text",
        text: "はい。入力した内容は、下書きとして自動で保存します。ログインして「保証申込」を開くと、下書きの続きから入力できます。ほかのパソコンやスマートフォンでも続けられます。",
      },
    ],
  },
  {
    anchor: "delete-draft",
    group: others,
    title: "いらない下書きを消せますか",
    also: ["下書きを削除", "下書きの削除", "復元", "元に戻す", "間違えて消した", "取り戻す"],
    blocks: [
      {
        kind: "text",
        text: "はい。「保証申込」の一覧で「下書きを削除」を押します。まちがえて削除したときは、すぐ後に表示する「元に戻す」を押すと、元どおりになります。",
      },
      {
        kind: "text",
        text: "支店へ送信した申込は、削除できません。",
      },
    ],
  },
];
