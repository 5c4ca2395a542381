import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import "./globals.css";

export const metadata: Metadata = {
  title: { template: "%s｜保証デスク", default: "保証デスク" },
  description: "公共工事の前払金保証と契約保証を、申込から発注者の確認までオンラインで行えます。",
};

export const viewport: Viewport = { width: "device-width", initialScale: 1 };

/** The root of every page. The nonce lets a widget add a style element under the page's policy. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get("x-nonce");
  return (
    <html lang="ja">
      <head>{nonce && <meta property="csp-nonce" nonce={nonce} />}</head>
      <body>{children}</body>
    </html>
  );
}
