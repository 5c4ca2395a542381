"use client";
import { useRouter } from "next/navigation";
import { useEffect } from "react";

const everyMs = 1_500;
/** A job that has not finished by then was refused, and waits longer and longer between its retries. */
const patientAfterMs = 60_000;
const patientMs = 10_000;

/**
 * Refreshes the page until this watch is no longer on it, because the issue is finished or has given up. `brief`: for a
 * minute at most, on a page whose every view is recorded.
 */
export function IssueWatch({ brief = false }: { brief?: boolean }) {
  const router = useRouter();
  useEffect(() => {
    const started = Date.now();
    let timer: ReturnType<typeof setTimeout>;
    function wait() {
      const patient = Date.now() - started >= patientAfterMs;
      if (patient && brief) return;
      timer = setTimeout(
        () => {
          if (document.visibilityState === "visible") router.refresh();
          wait();
        },
        patient ? patientMs : everyMs,
      );
    }
    wait();
    return () => clearTimeout(timer);
  }, [router, brief]);
  return null;
}
