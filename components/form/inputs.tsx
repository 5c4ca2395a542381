import type { ComponentProps, ReactNode } from "react";
import { Field, type FieldText, fieldControl } from "#components/form/field.tsx";
import { classes } from "#components/ui/classes.ts";

/** The expected width in rem; the whole column when left out. */
export type FieldWidth = "width-12" | "width-14" | "width-18" | "width-20" | "width-24";

type Native<T extends "input" | "textarea"> = Omit<
  ComponentProps<T>,
  "id" | "name" | "required" | "children"
>;

export type InputProps = FieldText & Native<"input"> & { name: string; id?: string; width?: FieldWidth };

/**
 * A labelled text input. All other props go to the native element, so it works uncontrolled and without script.
 * `required` only shows the badge: the schema decides, on the server too, and has its own sentence.
 */
export function TextInput({ name, id = name, width, className, type = "text", ...props }: InputProps) {
  const [text, native] = splitText(props);
  return (
    <Field id={id} {...text}>
      <input
        type={type}
        name={name}
        className={classes(width, className)}
        {...native}
        {...fieldControl(id, text)}
      />
    </Field>
  );
}

/** An e-mail address: `type=email` brings the right keyboard on phones, and the schema checks it. */
export function EmailInput(props: InputProps) {
  return <TextInput type="email" autoComplete="email" spellCheck={false} autoCapitalize="off" {...props} />;
}

/** Whole yen: a text input with a numeric keyboard, 円 beside it, then the reading aid (2,000万円). */
export function MoneyInput({
  name,
  id = name,
  aid,
  ...props
}: Omit<InputProps, "width"> & { aid?: ReactNode }) {
  const [text, native] = splitText(props);
  return (
    <Field id={id} {...text}>
      <div className="yen">
        <input
          type="text"
          inputMode="numeric"
          autoComplete="off"
          name={name}
          {...native}
          {...fieldControl(id, text)}
        />
        <span>円</span>
        <span className="reading-aid">{aid}</span>
      </div>
    </Field>
  );
}

/** One text input for a date in any accepted spelling; the reading aid shows what was understood. */
export function DateInput({
  name,
  id = name,
  aid,
  ...props
}: Omit<InputProps, "width"> & { aid?: ReactNode }) {
  const [text, native] = splitText(props);
  return (
    <Field id={id} {...text}>
      <div className="dated">
        <input type="text" autoComplete="off" name={name} {...native} {...fieldControl(id, text)} />
        <span className="reading-aid">{aid}</span>
      </div>
    </Field>
  );
}

/** Several lines of text. */
export function TextArea({
  name,
  id = name,
  ...props
}: FieldText & Native<"textarea"> & { name: string; id?: string }) {
  const [text, native] = splitText(props);
  return (
    <Field id={id} {...text}>
      <textarea name={name} {...native} {...fieldControl(id, text)} />
    </Field>
  );
}

/** Separates the texts around a control from the attributes of the control. */
export function splitText<T extends FieldText>({
  label,
  required,
  optional,
  help,
  error,
  after,
  ...native
}: T): [FieldText, Omit<T, keyof FieldText>] {
  return [{ label, required, optional, help, error, after }, native];
}
