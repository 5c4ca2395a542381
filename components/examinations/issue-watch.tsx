"use client";
import { useRouter } from "next/navigation";
import { useEffect } from "react";

const everyMs = 1_500;
/** A job that has not finished by then has met a refusal and waits longer and longer between its tries. */
const patientAfterMs = 60_000;
const patientMs = 10_000;

/**
 * Asks for the page again until it no longer holds this watch: the issue is finished then, or has given up. `brief`: for
 * a minute at most, on a page whose every showing is written down.
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
