import type { presentCertificate, presentOverview } from "./present.ts";

/** A certificate in the words of the paper, the same for the PDF and the screen. */
export type CertificateModel = ReturnType<typeof presentCertificate>;

/** 「電子保証概要」 of a guarantee. */
export type CertificateOverview = ReturnType<typeof presentOverview>;

/** A line of 「電子保証情報（履歴情報）」; `issuedAt` as shown. */
export type CertificateVersion = { version: number; issuedAt: string; href: string };

/** A stored PDF to be delivered: bytes that fit their SHA-256, and its file names. */
export type PdfFile = {
  bytes: Uint8Array<ArrayBuffer>;
  contractNumber: string;
  fileName: string;
  asciiName: string;
};
