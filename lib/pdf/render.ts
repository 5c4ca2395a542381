import { type CertificateModel, certificateLayout } from "./documents/certificate.ts";
import { type KeyNoticeModel, keyNoticeLayout } from "./documents/key-notice.ts";
import { paint } from "./kit/paint.ts";

/**
 * The bytes of a certificate's PDF. Equal models give equal bytes. A character that no embedded font has throws
 * MissingGlyphError; check typed text with canPrint when it comes in.
 */
export async function renderCertificate(model: CertificateModel): Promise<Uint8Array> {
  return paint(certificateLayout(model));
}

/** The bytes of a key notice's PDF, on the same terms as a certificate's. They hold the key: never log or mail them. */
export async function renderKeyNotice(model: KeyNoticeModel): Promise<Uint8Array> {
  return paint(keyNoticeLayout(model));
}

/**
 * Opens the fonts and lets the first document, which takes a second, be nobody's: the worker calls it before it takes
 * jobs.
 */
export async function warmUp(): Promise<void> {
  await renderCertificate({
    sample: true,
    preamble: null,
    issuedOn: "令和8年4月1日",
    title: "保証証書",
    changeLine: null,
    rows: [{ label: "保証契約番号", value: "00000-00000M", emphasis: "number" }],
    oath: "",
    guarantor: { address: "", name: "", representative: "", seal: "見本之印" },
    office: { name: "", tel: "", fax: "" },
    notes: [],
    documentTitle: "",
    contractNumber: "00000-00000M",
  });
}
