"use client";
import { type ComponentProps, type MouseEvent, useEffect, useRef } from "react";
import { useFormStatus } from "react-dom";
import { Button } from "#components/ui/button.tsx";

/** Forms whose submit has begun. Twenty clicks come in one frame, before `pending` can reach any button. */
const busy = new WeakSet<HTMLFormElement>();

/** An answer that never starts (validation stopped it, a page load) gives the button back after this time. */
const unlockMs = 1_000;

/**
 * Submits its form once: further clicks and Enters are dropped until the answer is there.
 * Never really disabled, so that it keeps the focus and stays readable; the server's own key is the second guard.
 */
export function SubmitButton({ onClick, ...props }: ComponentProps<typeof Button>) {
  const { pending } = useFormStatus();
  const button = useRef<HTMLButtonElement>(null);
  const wasPending = useRef(false);

  useEffect(() => {
    const form = button.current?.form;
    if (form && wasPending.current && !pending) busy.delete(form);
    wasPending.current = pending;
  }, [pending]);

  function guard(event: MouseEvent<HTMLButtonElement>) {
    const form = event.currentTarget.form;
    if (pending || (form && busy.has(form))) {
      event.preventDefault();
      return;
    }
    if (form) {
      busy.add(form);
      setTimeout(() => wasPending.current || busy.delete(form), unlockMs);
    }
    onClick?.(event);
  }

  return (
    <>
      <Button {...props} ref={button} type="submit" aria-disabled={pending || undefined} onClick={guard} />
      <span className="vh" role="status">
        {pending ? "処理しています。" : ""}
      </span>
    </>
  );
}
