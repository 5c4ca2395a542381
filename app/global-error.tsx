"use client";
import { Failure } from "#components/layout/failure.tsx";
import { PublicFrame } from "#components/layout/frames.tsx";
import { Page } from "#components/layout/page.tsx";
import "./globals.css";

/** The last resort, when the root layout itself broke. */
export default function GlobalError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <html lang="ja">
      <body>
        <title>画面を表示できませんでした｜保証デスク</title>
        <PublicFrame>
          <Page>
            <Failure reference={error.digest} retry={reset} />
          </Page>
        </PublicFrame>
      </body>
    </html>
  );
}
