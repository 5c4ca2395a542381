"use client";
import type { ComponentProps, CompositionEvent, FocusEvent, KeyboardEvent } from "react";
import { useRef } from "react";
import { parseDate } from "#lib/core/calendar.ts";
import { formatAmount, parseYen } from "#lib/core/money.ts";
import { foldCode } from "#lib/core/text.ts";

/** How a field shows its text after it is left, and while it is being edited. */
export type Folding = {
  /** The text to show, or null to leave it as typed because it cannot be read. */
  fold: (typed: string) => string | null;
  /** The text to show while the field has the focus; it only drops separators. */
  bare?: (shown: string) => string;
};

/** Amounts: with separators after the field is left, digits only while it is edited. */
export const moneyFolding: Folding = {
  fold: (typed) => {
    const amount = parseYen(typed);
    return amount.ok ? formatAmount(amount.yen) : null;
  },
  bare: (shown) => (/^\d{1,3}(,\d{3})+$/.test(shown) ? shown.replaceAll(",", "") : shown),
};

/** Dates keep their spelling, in half width. */
export const dateFolding: Folding = { fold: (typed) => (parseDate(typed) === null ? null : foldCode(typed)) };

/** Telephone numbers and e-mail addresses: half width, if that makes them ASCII. */
export const codeFolding: Folding = {
  fold: (typed) => (/^[\x21-\x7E]+$/.test(foldCode(typed)) ? foldCode(typed) : null),
};

type Input = HTMLInputElement;
type Native = Pick<ComponentProps<"input">, "onFocus" | "onBlur" | "onKeyDown">;

/**
 * Handlers that fold a text input when it is left, never while an input method composes and never while the field has
 * the focus. The caret stays between the same digits, and Ctrl+Z brings back what was typed.
 */
export function useFolding(folding: Folding | null, native: Native = {}) {
  const composing = useRef(false);
  /** The last folding: the typed text, and the text shown instead. */
  const last = useRef({ typed: "", shown: "" });

  function fold(input: Input) {
    const shown = folding?.fold(input.value) ?? null;
    if (shown === null || shown === input.value) return;
    // If only separators were dropped, they come back without an event.
    if (folding?.bare?.(last.current.shown) === input.value && last.current.shown === shown)
      return setShown(input, shown);
    last.current = { typed: input.value, shown };
    setText(input, shown);
  }

  return {
    onFocus: (event: FocusEvent<Input>) => {
      native.onFocus?.(event);
      const input = event.currentTarget;
      const { value } = input;
      if (!folding?.bare || folding.bare(value) === value) return;
      // A click places the caret only after this event.
      requestAnimationFrame(() => {
        if (document.activeElement === input && input.value === value) dropSeparators(input, folding);
      });
      if (last.current.shown !== value) last.current = { typed: value, shown: value };
    },
    onBlur: (event: FocusEvent<Input>) => {
      native.onBlur?.(event);
      const input = event.currentTarget;
      // When the window loses the focus, the field keeps it: the person is checking something elsewhere and will come
      // back.
      if (!composing.current && document.activeElement !== input) fold(input);
    },
    onKeyDown: (event: KeyboardEvent<Input>) => {
      native.onKeyDown?.(event);
      const input = event.currentTarget;
      const { typed, shown } = last.current;
      const undo = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === "z";
      if (!undo || typed === shown || (input.value !== shown && input.value !== folding?.bare?.(shown)))
        return;
      event.preventDefault();
      last.current = { typed, shown: typed };
      setText(input, typed);
    },
    onCompositionStart: () => {
      composing.current = true;
    },
    onCompositionEnd: (event: CompositionEvent<Input>) => {
      composing.current = false;
      if (document.activeElement !== event.currentTarget) fold(event.currentTarget);
    },
  };
}

function dropSeparators(input: Input, { bare = (text) => text }: Folding) {
  const { value, selectionStart, selectionEnd } = input;
  const place = (at: number | null) => value.slice(0, at ?? 0).replaceAll(",", "").length;
  setShown(input, bare(value));
  input.setSelectionRange(place(selectionStart), place(selectionEnd));
}

/** Bypasses React, which would otherwise think it knows the text and ignore the next change. */
function setShown(input: Input, text: string) {
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(input, text);
}

/** Dispatches the event of typing, so that listeners notice. */
function setText(input: Input, text: string) {
  setShown(input, text);
  input.dispatchEvent(new Event("input", { bubbles: true }));
}
