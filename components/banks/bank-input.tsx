"use client";
import { lazy, type ReactNode, Suspense, useState } from "react";
import { Field, fieldControl } from "#components/form/field.tsx";
import { type InputProps, splitText } from "#components/form/inputs.tsx";
import { classes } from "#components/ui/classes.ts";

type Suggestions = typeof import("#components/banks/bank-suggestions.tsx").BankSuggestions;

// On a broken line there are no suggestions: thrown further, the failure took the whole form with it.
const BankSuggestions = lazy(
  (): Promise<{ default: (props: Parameters<Suggestions>[0]) => ReactNode }> =>
    import("#components/banks/bank-suggestions.tsx").then(
      ({ BankSuggestions: found }) => ({ default: found }),
      () => ({ default: () => null }),
    ),
);

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
