import { type ApplicationCopyModel, applicationCopyLayout } from "./documents/application-copy.ts";
import { type CertificateModel, certificateLayout } from "./documents/certificate.ts";
import { type KeyNoticeModel, keyNoticeLayout } from "./documents/key-notice.ts";
import { certificateSample, keyNoticeSample } from "./documents/samples.ts";
import { paint } from "./kit/paint.ts";

/**
 * The bytes of a certificate's PDF. Equal models give equal bytes. Throws MissingGlyphError for a character that no
 * embedded font has, so check typed text with canPrint when it comes in.
 */
export async function renderCertificate(model: CertificateModel): Promise<Uint8Array> {
  return paint(certificateLayout(model));
}

/**
 * The bytes of a key notice's PDF, on the same terms as a certificate's. They contain the key: never log them, and mail
 * them to nobody but the obligee.
 */
export async function renderKeyNotice(model: KeyNoticeModel): Promise<Uint8Array> {
  return paint(keyNoticeLayout(model));
}

/** The bytes of the copy of an application. It contains typed text, so make its characters printable first. */
export async function renderApplicationCopy(model: ApplicationCopyModel): Promise<Uint8Array> {
  return paint(applicationCopyLayout(model));
}

/** Opens the fonts and renders a first document, which takes a second; the worker calls it before it takes jobs. */
export async function warmUp(): Promise<void> {
  await renderCertificate(certificateSample);
  await renderKeyNotice(keyNoticeSample);
}
