/** A word of this trade: how it is read, what it means, and other words by which people look for it. */
type Term = {
  word: string;
  reading: string;
  anchor: string;
  meaning: string;
  /** Other words for exactly the same, shown beside it. */
  same?: readonly string[];
  also?: readonly string[];
};

/** The words of the screens that a newcomer may not know. */
export const words: readonly Term[] = [
  {
    word: "一括納付",
    reading: "いっかつのうふ",
    anchor: "monthly",
    meaning: "1か月分の保証料を、まとめて支払う方法です。一度に全額を払うという意味ではありません。",
  },
  {
    word: "請負金額",
    reading: "うけおいきんがく",
    anchor: "contract-amount",
    meaning: "工事の請負契約の金額です。",
    same: ["請負代金額"],
    also: ["契約金額"],
  },
  {
    word: "受付番号",
    reading: "うけつけばんごう",
    anchor: "receipt-number",
    meaning:
      "申込を送信したときに付く番号です。日付8桁と6桁の数字です。差戻しの後に送信し直しても変わりません。",
  },
  {
    word: "請負契約日",
    reading: "うけおいけいやくび",
    anchor: "contracted-on",
    meaning: "工事の請負契約を結んだ日です。",
  },
  {
    word: "お知らせ",
    reading: "おしらせ",
    anchor: "notices",
    meaning: "申込や契約に動きがあったときの知らせです。画面と電子メールで受け取れます。",
  },
  {
    word: "会社情報",
    reading: "かいしゃじょうほう",
    anchor: "company",
    meaning: "新しい申込にあらかじめ入力する、会社の連絡先や預託金融機関などです。",
  },
  {
    word: "契約保証",
    reading: "けいやくほしょう",
    anchor: "performance",
    meaning:
      "請負契約を結ぶときに発注者が求める、契約の履行についての保証です。保証契約番号の終わりの文字はKです。",
  },
  {
    word: "経過",
    reading: "けいか",
    anchor: "trail",
    meaning: "申込や契約について、だれが、いつ、何をしたかの記録です。",
  },
  {
    word: "工期",
    reading: "こうき",
    anchor: "works-period",
    meaning:
      "工事の期間です。始まる日を工期（自）、終わる日を工期（至）といいます。前払金保証の保証期限は、工期（至）です。",
  },
  {
    word: "公告日",
    reading: "こうこくび",
    anchor: "notice-on",
    meaning: "発注者が、競争入札の工事を公告（公表）した日です。",
    same: ["公表日"],
  },
  {
    word: "今年度対象額",
    reading: "こんねんどたいしょうがく",
    anchor: "base-of-year",
    meaning: "2年以上にわたる工事で、今年度の分にあたる金額です。出来高予定額または支払限度額を入力します。",
    also: ["出来高予定額", "支払限度額"],
  },
  {
    word: "再預託",
    reading: "さいよたく",
    anchor: "re-deposit",
    meaning:
      "預託金融機関に入った前払金を、別の口座や支店に移して預けることです（一般的な読み方によります）。くわしくは、申込先の支店にお尋ねください。",
  },
  {
    word: "差戻し",
    reading: "さしもどし",
    anchor: "return",
    meaning: "支店が、理由を付けて申込を返すことです。直して、もう一度送信できます。",
  },
  {
    word: "下書き",
    reading: "したがき",
    anchor: "draft",
    meaning: "まだ送信していない申込です。入力した内容は自動で保存します。",
  },
  {
    word: "指名日",
    reading: "しめいび",
    anchor: "nominated-on",
    meaning: "随意契約で、発注者が相手として指名した日です。",
  },
  {
    word: "謝絶",
    reading: "しゃぜつ",
    anchor: "refuse",
    meaning: "支店が、保証を引き受けないと決めることです。理由を表示します。",
  },
  {
    word: "受注者",
    reading: "じゅちゅうしゃ",
    anchor: "contractor",
    meaning: "工事を請け負う建設会社です。保証を申し込みます。",
    same: ["請負契約者", "保証契約者"],
    also: ["建設会社"],
  },
  {
    word: "承認",
    reading: "しょうにん",
    anchor: "approve",
    meaning: "支店が審査を終えて、保証を引き受けると決めることです。",
  },
  {
    word: "証書（紙）",
    reading: "しょうしょ（かみ）",
    anchor: "paper",
    meaning: "紙に印刷した保証証書です。発注者へ届けます。",
  },
  {
    word: "照会",
    reading: "しょうかい",
    anchor: "look-up",
    meaning: "発注者の担当者が、保証契約番号と認証キーを入力して、保証証書を確認することです。",
  },
  {
    word: "審査",
    reading: "しんさ",
    anchor: "examination",
    meaning: "支店が、申込の内容を確かめることです。",
  },
  {
    word: "前払金保証",
    reading: "まえばらいきんほしょう",
    anchor: "advance",
    meaning: "前払金を受け取るときに発注者が求める保証です。保証契約番号の終わりの文字はMです。",
    also: ["前払"],
  },
  {
    word: "中間前払金保証",
    reading: "ちゅうかんまえばらいきんほしょう",
    anchor: "interim",
    meaning:
      "工事の途中で、前払金に続けて受け取る中間前払金についての保証です。保証契約番号の終わりの文字はCです。",
    also: ["中間前払"],
  },
  {
    word: "電子保証",
    reading: "でんしほしょう",
    anchor: "electronic",
    meaning: "紙の保証証書の代わりに、保証証書を保証確認サービスに掲載する方法です。",
    also: ["電子証書"],
  },
  {
    word: "電子保証発行日時",
    reading: "でんしほしょうはっこうにちじ",
    anchor: "issued-at",
    meaning: "保証証書が、発注者の確認するシステム（保証確認サービス）に到着した日時です。",
  },
  {
    word: "取下げ",
    reading: "とりさげ",
    anchor: "withdraw",
    meaning: "受注者が、支店の審査の前に、送信した申込を取りやめることです。",
  },
  {
    word: "認証キー",
    reading: "にんしょうキー",
    anchor: "verification-key",
    meaning: "発注者が保証証書を確認するときに使う、英字と数字の12文字です。",
    also: ["キー", "暗証番号", "パスワード"],
  },
  {
    word: "認証キーのお知らせ",
    reading: "にんしょうキーのおしらせ",
    anchor: "key-notice",
    meaning: "保証契約番号と認証キーを書いたPDFです。発注者に提出します。",
  },
  {
    word: "入札・契約方法",
    reading: "にゅうさつ・けいやくほうほう",
    anchor: "procurement",
    meaning: "一般競争入札、指名競争入札、随意契約のどれで契約するかです。",
  },
  {
    word: "発行",
    reading: "はっこう",
    anchor: "issue",
    meaning: "保証契約番号、認証キー、保証証書を作り、保証確認サービスに掲載することです。",
  },
  {
    word: "発注者",
    reading: "はっちゅうしゃ",
    anchor: "obligee",
    meaning:
      "工事を注文する国や市町村です。保証を受ける人なので、被保証者ともいいます。保証証書には、小田原市長のような役職の名前が載ります。",
    also: ["被保証者", "市役所"],
  },
  {
    word: "添付書類",
    reading: "てんぷしょるい",
    anchor: "attachment",
    meaning: "申込と一緒に支店へ送る書類です。請負契約書や指名通知書などを、PDFか画像で添付します。",
  },
  {
    word: "申込内容の控え",
    reading: "もうしこみないようのひかえ",
    anchor: "copy",
    meaning: "送信した申込の内容をまとめたPDFです。",
  },
  {
    word: "未検査",
    reading: "みけんさ",
    anchor: "unscanned",
    meaning: "添付書類のウイルス検査を、まだ行っていないことです。",
  },
  {
    word: "保証会社",
    reading: "ほしょうがいしゃ",
    anchor: "guarantor",
    meaning: "保証を引き受け、保証証書を発行する会社です。申込は支店が審査します。",
    also: ["支店"],
  },
  {
    word: "保証確認サービス",
    reading: "ほしょうかくにんサービス",
    anchor: "verification",
    meaning: "保証証書を掲載し、発注者が確認する画面です。",
    also: ["D-Sure"],
  },
  {
    word: "保証金額",
    reading: "ほしょうきんがく",
    anchor: "guaranteed-amount",
    meaning:
      "保証会社が保証する額です。前払金保証では発注者に請求する前払金の額、契約保証では発注者が契約の条件で求める額です。",
  },
  {
    word: "保証契約番号",
    reading: "ほしょうけいやくばんごう",
    anchor: "contract-number",
    meaning:
      "保証ごとに付く番号です。数字5桁、ハイフン、数字5桁、英字1文字で、終わりの英字が保証の種類を表します。",
  },
  {
    word: "保証証書",
    reading: "ほしょうしょうしょ",
    anchor: "certificate",
    meaning: "保証会社が保証の内容を示す書類です。電子保証では、画面とPDFで確認します。",
  },
  {
    word: "保証料",
    reading: "ほしょうりょう",
    anchor: "premium",
    meaning: "保証会社に支払う料金です。消費税はかかりません。",
  },
  {
    word: "保証料計算書",
    reading: "ほしょうりょうけいさんしょ",
    anchor: "statement",
    meaning: "保証料の計算を示す書類です。",
  },
  {
    word: "預託金融機関",
    reading: "よたくきんゆうきかん",
    anchor: "bank",
    meaning: "前払金を受け取る口座のある銀行などです。",
    also: ["銀行"],
  },
];
