"use client";
import { lazy, Suspense, useState } from "react";
import { Field, fieldControl } from "#components/form/field.tsx";
import { type InputProps, splitText } from "#components/form/inputs.tsx";
import { classes } from "#components/ui/classes.ts";

const BankSuggestions = lazy(async () => ({
  default: (await import("#components/banks/bank-suggestions.tsx")).BankSuggestions,
}));

/**
 * A bank and its branch: one plain text input that takes any text. The suggestions are loaded when somebody first comes
 * to the field; without script, network or a match, it stays what it is.
 */
export function BankInput({ name, id = name, width, className, ...props }: InputProps) {
  const [text, native] = splitText(props);
  const [input, setInput] = useState<HTMLInputElement | null>(null);
  return (
    <Field id={id} {...text}>
      <input
        type="text"
        name={name}
        autoComplete="off"
        className={classes(width, className)}
        {...native}
        {...fieldControl(id, text)}
        onFocus={(event) => setInput(event.currentTarget)}
      />
      {input && (
        <Suspense fallback={null}>
          <BankSuggestions input={input} id={`${id}-list`} />
        </Suspense>
      )}
    </Field>
  );
}
