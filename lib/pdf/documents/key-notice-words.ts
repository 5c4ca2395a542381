/** The leaflet's sentences, in the order of the notice. */
export const words = {
  title: "電子保証にかかる「認証キー」のお知らせ",
  posted: "電子保証を「保証確認サービス」に掲載しましたので、お知らせします。",
  submit:
    "つきましては、お客様にて下記内容をご確認いただき、次のいずれかの方法でPDFファイルを発注者様にご提出ください。",
  ways: ["① 電子契約システムへのアップロード", "② 電子メールに添付して送信"],
  effect: (completes: string) =>
    `電子保証のご利用にあたっては、発注者様への「保証契約番号」と「認証キー」のご提出をもって、${completes}が完了いたします。ご不明な点がございましたら、当社の営業部・支店までお問い合わせください。`,
  below: "記",
  legend: "下線の文字は数字です。大文字と小文字は区別します。",
  toObligee: "発注者様へ",
  verify:
    "「保証確認サービス」にログインし、上記の「保証契約番号」と「認証キー」を入力して、電子保証をご確認ください。",
};

/** The labels before the values. */
export const labels = {
  workName: "工事名",
  contractorName: "受注者名",
  jointVenture: "（JVの場合は代表者）",
  jvName: "JV名",
  product: "商品（保証区分）",
  contractNumber: "保証契約番号",
  key: "認証キー",
  office: "お問い合わせ　",
  tel: "TEL ",
};
