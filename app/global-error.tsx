"use client";
import { Failure } from "#components/layout/failure.tsx";
import { PlainFrame } from "#components/layout/plain-frame.tsx";
import "./globals.css";

/** The last resort, when the root layout itself fails. */
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
        <PlainFrame>
          <Failure reference={error.digest} retry={reset} />
        </PlainFrame>
      </body>
    </html>
  );
}
