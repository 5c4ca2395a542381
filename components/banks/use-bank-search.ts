import { useEffect, useRef, useState } from "react";
import { paths } from "#lib/core/paths.ts";
import type { BankAnswer, BankSuggestion } from "#lib/features/banks/types.ts";

/** After a pause in typing this long, the server is asked. */
const pauseMs = 120;

/**
 * The list stays this long after the field is left, so that a click below it does not miss because the page moved up.
 */
const lingerMs = 300;

export type BankSearch = {
  open: boolean;
  /** The option that Enter selects; -1 for none. */
  active: number;
  answer: BankAnswer | null;
  /** Something was typed since the field was entered. */
  asked: boolean;
  take: (suggestion: BankSuggestion) => void;
};

/** Sets an input's text as typing would, so that listeners notice. */
function typeInto(input: HTMLInputElement, text: string): void {
  const native = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value");
  native?.set?.call(input, text);
  input.dispatchEvent(new Event("input", { bubbles: true }));
}

async function ask(text: string, signal: AbortSignal): Promise<BankAnswer | null> {
  try {
    const response = await fetch(paths.banks(text), { signal });
    return response.ok ? ((await response.json()) as BankAnswer) : null;
  } catch {
    return null; // Offline, or aborted by the next letter; the field accepts any text.
  }
}

/** After a full name there is nothing left to choose. */
const isSettled = (text: string, { suggestions }: BankAnswer) =>
  suggestions.length === 1 && suggestions[0]?.text === text.normalize("NFC").trim().replace(/\s+/g, " ");

/** Asks for suggestions while a text input is typed into, and moves through them by keyboard. */
export function useBankSearch(input: HTMLInputElement): BankSearch {
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const [answer, setAnswer] = useState<BankAnswer | null>(null);
  const [asked, setAsked] = useState(false);

  const take = ({ text, branchCode }: BankSuggestion) => {
    // After the bank and a blank, its branches are suggested.
    typeInto(input, branchCode === null ? `${text} ` : text);
    input.focus();
  };

  const key = (event: KeyboardEvent) => {
    // Enter and arrows belong to the input method while it composes (Safari reports that late, hence 229).
    if (event.isComposing || event.keyCode === 229) return;
    const count = answer?.suggestions.length ?? 0;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (count === 0) return;
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      // One position of the cycle is the text itself, with no active option.
      setActive(open ? ((active + 1 + step + count + 1) % (count + 1)) - 1 : step > 0 ? 0 : count - 1);
      setOpen(true);
    } else if (event.key === "Escape" && open) {
      event.preventDefault();
      setOpen(false);
      setActive(-1);
    } else if (event.key === "Enter" && open && active >= 0) {
      event.preventDefault();
      const chosen = answer?.suggestions[active];
      if (chosen) take(chosen);
    }
  };
  const onKey = useRef(key);
  onKey.current = key;

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let linger: ReturnType<typeof setTimeout> | undefined;
    let asking = new AbortController();
    /** The name that the code in the field stands for. */
    let spelled: string | null = null;
    const spell = () => {
      if (spelled !== null && document.activeElement !== input) typeInto(input, spelled);
    };
    const search = (typed: boolean) => {
      clearTimeout(timer);
      asking.abort();
      asking = new AbortController();
      const { signal } = asking;
      const text = input.value;
      spelled = null;
      if (typed) setAsked(true);
      setActive(-1);
      if (text.trim() === "") {
        setAnswer(null);
        setOpen(false);
        return;
      }
      timer = setTimeout(async () => {
        const found = await ask(text, signal);
        if (signal.aborted) return;
        setAnswer(found);
        spelled = found?.spelled ?? null;
        const offers = found !== null && found.suggestions.length > 0 && !isSettled(text, found);
        setOpen(typed && offers && document.activeElement === input);
        spell();
      }, pauseMs);
    };
    const typed = () => search(true);
    const left = () => {
      spell();
      linger = setTimeout(() => setOpen(false), lingerMs);
    };
    const entered = () => clearTimeout(linger);
    const keyed = (event: KeyboardEvent) => onKey.current(event);
    input.addEventListener("input", typed);
    input.addEventListener("keydown", keyed);
    input.addEventListener("blur", left);
    input.addEventListener("focus", entered);
    search(document.activeElement === input && input.value !== input.defaultValue);
    return () => {
      clearTimeout(timer);
      clearTimeout(linger);
      asking.abort();
      input.removeEventListener("input", typed);
      input.removeEventListener("keydown", keyed);
      input.removeEventListener("blur", left);
      input.removeEventListener("focus", entered);
    };
  }, [input]);

  return { open, active, answer, asked, take };
}
