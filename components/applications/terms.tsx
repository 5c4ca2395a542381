import { TERMS_VERSION } from "#lib/features/submissions/constants.ts";

/** The terms of use that sending accepts; their version is stored with the submission. */
export function Terms() {
  return (
    <section className="block" aria-labelledby="h-terms">
      <h2 id="h-terms">利用規約</h2>
      <p className="small secondary">{TERMS_VERSION} 版（デモ用の規約です。実際の契約には使えません）</p>
      <ol className="ordered space-small">
        <li>申込の内容は、申込をする会社の責任で入力し、事実と異なる内容を送信しないでください。</li>
        <li>電子保証の保証証書は、お客様に代わり、当社が保証確認サービスへ掲載して発注者に提出します。</li>
        <li>認証キーは、発注者以外に知らせないでください。</li>
        <li>送信した内容は、送信した時の言葉のまま記録し、支店が審査に使います。</li>
      </ol>
    </section>
  );
}
