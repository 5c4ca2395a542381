import { type ApplicationCopyModel, applicationCopyLayout } from "./documents/application-copy.ts";
import { type CertificateModel, certificateLayout } from "./documents/certificate.ts";
import { type KeyNoticeModel, keyNoticeLayout } from "./documents/key-notice.ts";
import { certificateSample, keyNoticeSample } from "./documents/samples.ts";
import { paint } from "./kit/paint.ts";

/**
 * The bytes of a certificate's PDF. Equal models give equal bytes. A character that no embedded font has throws
 * MissingGlyphError; check typed text with canPrint when it comes in.
 */
export async function renderCertificate(model: CertificateModel): Promise<Uint8Array> {
  return paint(certificateLayout(model));
}

/**
 * The bytes of a key notice's PDF, on the same terms as a certificate's. They hold the key: never log them, and mail them
 * to the obligee alone.
 */
export async function renderKeyNotice(model: KeyNoticeModel): Promise<Uint8Array> {
  return paint(keyNoticeLayout(model));
}

/** The bytes of the copy of an application; it holds what the contractor typed, so make its characters printable before. */
export async function renderApplicationCopy(model: ApplicationCopyModel): Promise<Uint8Array> {
  return paint(applicationCopyLayout(model));
}

/**
 * Opens the fonts and lets the first document, which takes a second, be nobody's: the worker calls it before it takes
 * jobs.
 */
export async function warmUp(): Promise<void> {
  await renderCertificate(certificateSample);
  await renderKeyNotice(keyNoticeSample);
}
