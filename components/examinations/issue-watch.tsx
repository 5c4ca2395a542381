"use client";
import { useRouter } from "next/navigation";
import { useEffect } from "react";

const everyMs = 1_500;
/** A job that has not finished by then has met a refusal and waits longer and longer between its tries. */
const patientAfterMs = 60_000;
const patientMs = 10_000;

/** Asks for the page again until it no longer holds this watch: the issue is finished then, or has given up. */
export function IssueWatch() {
  const router = useRouter();
  useEffect(() => {
    const started = Date.now();
    let timer: ReturnType<typeof setTimeout>;
    function wait() {
      timer = setTimeout(
        () => {
          if (document.visibilityState === "visible") router.refresh();
          wait();
        },
        Date.now() - started < patientAfterMs ? everyMs : patientMs,
      );
    }
    wait();
    return () => clearTimeout(timer);
  }, [router]);
  return null;
}
