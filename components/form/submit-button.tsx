"use client";
import { type ComponentProps, type MouseEvent, useRef } from "react";
import { useReadOnly } from "#components/form/read-only.tsx";
import { useSettled } from "#components/form/use-settled.ts";
import { Button } from "#components/ui/button.tsx";

/** Forms whose submit has begun. Twenty clicks fit into one frame, before `pending` reaches any button. */
const busy = new WeakSet<HTMLFormElement>();

/** When a submit never becomes an action (stopped by a handler, a page load), its form is released after this time. */
const unlockMs = 1_000;

/**
 * Submits its form once: further clicks and Enters are ignored until the answer arrives. It is never really disabled,
 * so that it keeps the focus and stays readable; the server's unique keys are the second guard.
 */
export function SubmitButton({ onClick, ...props }: ComponentProps<typeof Button>) {
  const readOnly = useReadOnly();
  const button = useRef<HTMLButtonElement>(null);
  const pending = useSettled(() => {
    if (button.current?.form) busy.delete(button.current.form);
  });

  function guard(event: MouseEvent<HTMLButtonElement>) {
    const { form } = event.currentTarget;
    if (pending || (form && busy.has(form))) {
      event.preventDefault();
      return;
    }
    onClick?.(event);
    if (!form || event.defaultPrevented) return;
    busy.add(form);
    setTimeout(() => {
      if (!form.querySelector("[aria-disabled=true]")) busy.delete(form);
    }, unlockMs);
  }

  if (readOnly) return null;
  return (
    <>
      <Button {...props} ref={button} type="submit" aria-disabled={pending || undefined} onClick={guard} />
      <span className="visually-hidden" role="status">
        {pending ? "処理しています。" : ""}
      </span>
    </>
  );
}
