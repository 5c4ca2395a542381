"use client";
import { lazy, type ReactNode, Suspense, useState } from "react";
import { Field, fieldControl } from "#components/form/field.tsx";
import { type InputProps, splitText } from "#components/form/inputs.tsx";
import { classes } from "#components/ui/classes.ts";

type Suggestions = typeof import("#components/banks/bank-suggestions.tsx").BankSuggestions;

// When the connection fails there are no suggestions; the error, thrown further, took down the whole form.
const BankSuggestions = lazy(
  (): Promise<{ default: (props: Parameters<Suggestions>[0]) => ReactNode }> =>
    import("#components/banks/bank-suggestions.tsx").then(
      ({ BankSuggestions: found }) => ({ default: found }),
      () => ({ default: () => null }),
    ),
);

/**
 * A bank and its branch: one plain text input that accepts any text. Suggestions are loaded when somebody first enters
 * the field; without script, network or a match it stays a text input.
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
