"use client";
import { Failure } from "#components/layout/failure.tsx";
import { PublicFrame } from "#components/layout/frames.tsx";
import { Page } from "#components/layout/page.tsx";

/** The page shown when another one broke; Next's digest is the reference in the server's log. */
export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <PublicFrame>
      <title>画面を表示できませんでした｜保証デスク</title>
      <Page>
        <Failure reference={error.digest} retry={reset} />
      </Page>
    </PublicFrame>
  );
}
