import type { ReactNode } from "react";
import { classes } from "#components/ui/classes.ts";
import { Icon } from "#components/ui/icon.tsx";

/** What every field says around its control. */
export type FieldText = {
  /** The visible label and accessible name, to the letter. */
  label: string;
  /** 必須 follows the label as text, part of the name. */
  required?: boolean | undefined;
  /** 任意, or other words that say when it is asked for, stands beside the label, outside the name. */
  optional?: boolean | string | undefined;
  /** Support text between label and control. */
  help?: ReactNode;
  /** The sentence of the error, the same as in the summary. */
  error?: string | undefined;
  /** Below control and error, described by its id: a ratio, an eligibility. */
  after?: ReactNode;
};

/** The ids that a control of this field names in `aria-describedby`: error first, then help, then what follows. */
export function describedBy(
  id: string,
  { help, error, after }: Omit<FieldText, "label">,
): string | undefined {
  return classes(Boolean(error) && `${id}-e`, Boolean(help) && `${id}-h`, Boolean(after) && `${id}-a`);
}

/** The attributes that tie a control to its field's texts. */
export function fieldControl(id: string, text: Omit<FieldText, "label">) {
  return { id, "aria-describedby": describedBy(id, text), "aria-invalid": text.error ? true : undefined };
}

/** Label above, support text, control, error below; `id` is the control's, and begins the ids of the texts. */
export function Field({ id, children, ...text }: FieldText & { id: string; children: ReactNode }) {
  const { label, required, optional, help, error, after } = text;
  return (
    <div className={classes("field", error && "invalid")}>
      {optional ? (
        <p className="label">
          <label htmlFor={id}>{label}</label>
          <Optional words={optional} />
        </p>
      ) : (
        <label htmlFor={id}>
          {label}
          {required && <span className="required">必須</span>}
        </label>
      )}
      {help && <FieldHelp id={id}>{help}</FieldHelp>}
      {children}
      <FieldError id={id} error={error} />
      {after && <div id={`${id}-a`}>{after}</div>}
    </div>
  );
}

/** The badge of a field that may be left out. */
export function Optional({ words }: { words: boolean | string | undefined }) {
  return words ? <span className="optional">{words === true ? "任意" : words}</span> : null;
}

/** Support text of the control `id`. */
export function FieldHelp({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p className="help" id={`${id}-h`}>
      {children}
    </p>
  );
}

/** The error of the control `id`, with its sign; nothing without an error. */
export function FieldError({ id, error }: { id: string; error: string | undefined }) {
  if (!error) return null;
  return (
    <p className="error-text" id={`${id}-e`}>
      <Icon name="error" size={20} />
      <span>{error}</span>
    </p>
  );
}
