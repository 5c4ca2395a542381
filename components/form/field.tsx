import type { ReactNode } from "react";
import { classes } from "#components/ui/classes.ts";
import { Icon } from "#components/ui/icon.tsx";

/** The texts that every field shows around its control. */
export type FieldText = {
  /** The visible label, which is exactly the accessible name. */
  label: string;
  /** 必須 follows the label as text, part of the name. */
  required?: boolean | undefined;
  /** 任意, or other words for when it is asked, shown beside the label but not part of the name. */
  optional?: boolean | string | undefined;
  /** Support text between label and control. */
  help?: ReactNode;
  /** The sentence of the error, the same as in the summary. */
  error?: string | undefined;
  /** Below control and error, such as a ratio; its id describes the control. */
  after?: ReactNode;
};

/** The ids in the control's `aria-describedby`: the error, the help, then what follows. */
export function describedBy(
  id: string,
  { help, error, after }: Omit<FieldText, "label">,
): string | undefined {
  return classes(Boolean(error) && `${id}-e`, Boolean(help) && `${id}-h`, Boolean(after) && `${id}-a`);
}

/** The attributes that connect a control with its field's texts. */
export function fieldControl(id: string, text: Omit<FieldText, "label">) {
  return { id, "aria-describedby": describedBy(id, text), "aria-invalid": text.error ? true : undefined };
}

/**
 * A label, support text, the control, and its error below. `id` is the control's, and the ids of the texts begin with
 * it.
 */
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

/** The badge of an optional field. */
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

/** The error of the control `id`, with its sign, if there is one. */
export function FieldError({ id, error }: { id: string; error: string | undefined }) {
  if (!error) return null;
  return (
    <p className="error-text" id={`${id}-e`}>
      <Icon name="error" size={20} />
      <span>{error}</span>
    </p>
  );
}
