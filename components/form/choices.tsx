import type { ComponentProps, ReactNode } from "react";
import {
  describedBy,
  Field,
  FieldError,
  FieldHelp,
  type FieldText,
  fieldControl,
  Optional,
} from "#components/form/field.tsx";
import { type FieldWidth, splitText } from "#components/form/inputs.tsx";
import { classes } from "#components/ui/classes.ts";

export type Choice = { value: string; label: string };

type SelectProps = FieldText &
  Omit<ComponentProps<"select">, "id" | "name" | "required"> & {
    name: string;
    id?: string;
    width?: FieldWidth;
    /** The choices; `children` (option, optgroup) may replace them. */
    options?: readonly Choice[];
    /** The first choice, with no value: 選んでください. */
    blank?: string;
  };

/** A native select. */
export function Select({
  name,
  id = name,
  width = "width-14",
  options,
  blank,
  children,
  ...props
}: SelectProps) {
  const [text, native] = splitText(props);
  return (
    <Field id={id} {...text}>
      <span className={classes("select-box", width)}>
        {/* React ignores a changed defaultValue of a select; a form that is refused comes back with another one. */}
        <select key={String(native.defaultValue)} name={name} {...native} {...fieldControl(id, text)}>
          {blank !== undefined && <option value="">{blank}</option>}
          {options?.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
          {children}
        </select>
      </span>
    </Field>
  );
}

type RadioGroupProps = FieldText &
  Omit<
    ComponentProps<"input">,
    "id" | "name" | "required" | "type" | "value" | "checked" | "defaultValue" | "children"
  > & {
    name: string;
    id?: string;
    options: readonly Choice[];
    /** The chosen value of an uncontrolled group. */
    defaultValue?: string | undefined;
    /** The chosen value of a controlled group; needs onChange. */
    value?: string | undefined;
    children?: ReactNode;
  };

/** Radio buttons in a fieldset. The first one has `id`, so that an error's link leads to it. */
export function RadioGroup({
  name,
  id = name,
  options,
  defaultValue,
  value,
  children,
  ...props
}: RadioGroupProps) {
  const [text, native] = splitText(props);
  // With more words than 必須, a legend is no longer a name by which the group is asked for; they describe it instead.
  const beside = text.optional ? { "aria-label": text.label } : {};
  const described = classes(Boolean(text.optional) && `${id}-o`, describedBy(id, text));
  return (
    <fieldset className={classes("field", text.error && "invalid")} {...beside} aria-describedby={described}>
      <legend>
        {text.label}
        {text.required && <span className="required">必須</span>}
        <span id={`${id}-o`}>
          <Optional words={text.optional} />
        </span>
      </legend>
      {text.help && <FieldHelp id={id}>{text.help}</FieldHelp>}
      <div className="choices">
        {options.map((option, index) => (
          <label key={option.value} className="choice">
            <input
              {...native}
              type="radio"
              name={name}
              id={index === 0 ? id : `${id}-${index + 1}`}
              value={option.value}
              {...(value === undefined
                ? { defaultChecked: option.value === defaultValue }
                : { checked: option.value === value })}
            />
            {option.label}
          </label>
        ))}
      </div>
      <FieldError id={id} error={text.error} />
      {text.after && <div id={`${id}-a`}>{text.after}</div>}
      {children}
    </fieldset>
  );
}

type CheckboxProps = Omit<ComponentProps<"input">, "id" | "name" | "type" | "required"> & {
  name: string;
  id?: string;
  label: string;
  /** Switches a whole block on: bold and larger. */
  main?: boolean;
  error?: string | undefined;
};

/** One checkbox with its label. */
export function Checkbox({ name, id = name, label, main = false, error, ...native }: CheckboxProps) {
  return (
    <div className={classes("checkbox", error && "invalid")}>
      <label className={classes("choice", main && "main")}>
        <input {...native} type="checkbox" name={name} {...fieldControl(id, { error })} />
        {label}
      </label>
      <FieldError id={id} error={error} />
    </div>
  );
}
