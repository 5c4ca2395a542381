import { Aside, Cols } from "#components/layout/page.tsx";
import { Card } from "#components/ui/card.tsx";
import { Tel } from "#components/ui/text.tsx";

type LookupHintsProps = { branches: readonly { name: string; tel: string; hours: string }[] };

/** Shown below the lookup form before a lookup: how it works, what is recorded, whom to ask. */
export function LookupHints({ branches }: LookupHintsProps) {
  return (
    <Cols
      aside={
        <Aside label="照会について">
          <Card title="照会の記録">
            <p className="small">照会は記録されます。受注者と取扱いの支店には、確認した日時を表示します。</p>
          </Card>
          <Card title="番号やキーがわからないとき">
            <p className="small">受注者、または取扱いの支店にお問い合わせください。</p>
            {branches.map(({ name, tel, hours }) => (
              <div key={name} className="space-small">
                <p className="small">{name}</p>
                <Tel>{tel}</Tel>
                <p className="small secondary">受付時間　{hours}</p>
              </div>
            ))}
          </Card>
        </Aside>
      }
    >
      <section aria-labelledby="h-how">
        <h2 id="h-how">照会の手順</h2>
        <ol className="how-steps space-small">
          <li>
            <b>お知らせを受け取る</b>
            <span>
              受注者が、保証契約番号とキーを記載した「電子保証にかかる「認証キー」のお知らせ」（PDF）を提出します。前払金保証と契約保証では、番号もキーも別です。
            </span>
          </li>
          <li>
            <b>番号とキーを入力する</b>
            <span>お知らせから書き写すか、貼り付けて照会します。大文字と小文字は区別します。</span>
          </li>
          <li>
            <b>保証証書を確認する</b>
            <span>保証の概要、履歴、保証証書を表示します。PDFの保存と印刷ができます。</span>
          </li>
        </ol>
      </section>
    </Cols>
  );
}
