import { CertificateSheet } from "#components/certificates/certificate-sheet.tsx";
import { CloseButton, PrintButton } from "#components/ui/window-buttons.tsx";
import type { CertificateModel } from "#lib/features/certificates/types.ts";

type CertificateWindowProps = {
  model: CertificateModel;
  /** Where 閉じる leads when the browser refuses to close the window: the page that lists the certificate. */
  backHref: string;
};

/** A certificate in a window of its own, without the site's frame: 印刷 and 閉じる, then the sheet. */
export function CertificateWindow({ model, backHref }: CertificateWindowProps) {
  return (
    <>
      <section className="window-bar" aria-label="操作">
        <PrintButton />
        <CloseButton backHref={backHref} />
      </section>
      <main className="sheet-ground sheet-window">
        <CertificateSheet model={model} headingLevel={1} />
      </main>
    </>
  );
}
