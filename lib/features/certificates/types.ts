import type { presentCertificate } from "./present.ts";

/** A certificate in the words of the paper, the same for the PDF and the screen. */
export type CertificateModel = ReturnType<typeof presentCertificate>;
