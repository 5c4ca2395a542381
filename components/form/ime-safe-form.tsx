"use client";
import type { ComponentProps, KeyboardEvent } from "react";

/**
 * A form for Japanese text: the Enter that ends a conversion never submits, and what was typed stays after an answer.
 *
 * Safari ends the composition before it sends the key, so 229 is asked beside isComposing. React resets a form
 * once its action is done, also when the action refused; cancelling the reset keeps every field as typed.
 * The browser's own messages are off: the schema's words are shown at the field and in the summary.
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

/** Whether this Enter belongs to a conversion of the input method rather than to the form. */
function endsConversion(event: KeyboardEvent): boolean {
  return event.key === "Enter" && (event.nativeEvent.isComposing || event.keyCode === 229);
}
