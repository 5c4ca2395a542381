import { KeyText } from "#components/ui/key-text.tsx";

/** The promise, and two slips that show what replaces the paper (with the leaflet's sample key). */
export function Hero() {
  return (
    <div className="hero">
      <div className="page-width hero-inner">
        <div>
          <h1>
            <span className="inline-block">公共工事の保証を、</span>
            <span className="inline-block">申込から確認までオンラインで</span>
          </h1>
          <p>
            前払金保証と契約保証の申込、審査・発行、発注者による確認を、保証デスクで行えます。紙の保証証書を届ける代わりに、保証契約番号と認証キーで確認します。
          </p>
        </div>
        <div className="slips" role="img" aria-label="保証証書と認証キーのお知らせの見本">
          <div className="slip back">
            <b>保証証書（前払金保証）</b>
            {[1, 2, 3, 4, 5, 6].map((line) => (
              <i key={line} />
            ))}
          </div>
          <div className="slip front">
            <b>「認証キー」のお知らせ</b>
            <dl>
              <dt>工事名</dt>
              <dd>道路改良工事</dd>
              <dt>保証契約番号</dt>
              <dd className="code">35075-00000M</dd>
              <dt>認証キー</dt>
              <dd>
                <KeyText value="Z28YUE4J3Bux" />
              </dd>
            </dl>
          </div>
        </div>
      </div>
    </div>
  );
}
