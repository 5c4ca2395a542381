"use client";
import { Failure } from "#components/layout/failure.tsx";
import { PlainFrame } from "#components/layout/plain-frame.tsx";

/** Shown when a page fails; Next's digest is the reference in the server's log. */
export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <PlainFrame>
      <title>画面を表示できませんでした｜保証デスク</title>
      <Failure reference={error.digest} retry={reset} />
    </PlainFrame>
  );
}
