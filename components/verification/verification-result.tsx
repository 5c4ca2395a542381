import type { ReactNode } from "react";
import { Aside, Cols } from "#components/layout/page.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { Tel } from "#components/ui/text.tsx";
import { PrintButton } from "#components/ui/window-buttons.tsx";

type VerificationResultProps = {
  /** The formatted time of the lookup. */
  verifiedAt: string;
  pdfHref: string;
  /** The branch that issued it. */
  branch: { name: string; tel: string; hours: string | undefined };
  /** The person who looked it up, as contractor and branch will read it. */
  obligee: string;
  /** Overview and history, beside the cards. */
  children: ReactNode;
  /** The certificate, in full width. */
  certificate: ReactNode;
};

/** What an official sees after a lookup: whether it is valid, since when, the PDF, the facts and the certificate. */
export function VerificationResult({
  verifiedAt,
  pdfHref,
  branch,
  obligee,
  children,
  certificate,
}: VerificationResultProps) {
  return (
    <>
      <Cols
        aside={
          <Aside label="照会について">
            <Card title="照会の記録">
              <p className="small">
                この照会は記録されます。受注者と{branch.name}には、{obligee}が確認した日時を表示します。
              </p>
            </Card>
            <Card title="内容が違うとき">
              <p className="small">受注者、または取扱箇所の{branch.name}にお問い合わせください。</p>
              <Tel>{branch.tel}</Tel>
              {branch.hours && <p className="small secondary">受付時間　{branch.hours}</p>}
            </Card>
          </Aside>
        }
      >
        <div>
          <Banner tone="ok" role="status" title="有効な保証契約です">
            <p>発行した保証会社の記録と一致しました。最新の内容を表示しています。</p>
            <p className="small secondary">
              照会日時　<span className="digits">{verifiedAt}</span>
            </p>
            <div className="actions">
              <ButtonLink plain href={pdfHref}>
                <Icon name="save" size={20} />
                PDFをダウンロード
              </ButtonLink>
              <PrintButton variant="line" />
            </div>
          </Banner>
          {children}
        </div>
      </Cols>
      <section className="block" aria-labelledby="h-certificate">
        <h2 id="h-certificate" className="no-print">
          保証証書
        </h2>
        <div className="sheet-ground embed">{certificate}</div>
      </section>
    </>
  );
}
