"use client";
import type { ComponentProps, KeyboardEvent } from "react";

/**
 * A form for Japanese text: the Enter that ends a conversion never submits, and typed text stays after an answer.
 * Safari ends the composition before it sends the key, so the key code 229 is checked beside isComposing. React resets
 * a form after its action, even when the action refused; cancelling the reset keeps every field as typed. The browser's
 * own messages are off, because the schema's sentences are shown at the field and in the summary.
 */
export function ImeSafeForm({ onKeyDown, onReset, ...props }: ComponentProps<"form">) {
  return (
    <form
      noValidate
      {...props}
      onKeyDown={(event) => {
        if (endsConversion(event)) event.preventDefault();
        onKeyDown?.(event);
      }}
      onReset={(event) => {
        event.preventDefault();
        onReset?.(event);
      }}
    />
  );
}

/** Whether this Enter belongs to the input method and not to the form. */
function endsConversion(event: KeyboardEvent): boolean {
  return event.key === "Enter" && (event.nativeEvent.isComposing || event.keyCode === 229);
}
