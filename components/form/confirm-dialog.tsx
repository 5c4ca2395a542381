"use client";
import {
  type ComponentProps,
  type ReactNode,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import {
  type ConfirmCheck,
  type ConfirmDraft,
  ConfirmFields,
  type ConfirmReason,
} from "#components/form/confirm-fields.tsx";
import { FormTitle } from "#components/form/form-title.tsx";
import { ImeSafeForm } from "#components/form/ime-safe-form.tsx";
import { useReadOnly } from "#components/form/read-only.tsx";
import { SubmitButton } from "#components/form/submit-button.tsx";
import { useSettled } from "#components/form/use-settled.ts";
import { Banner } from "#components/ui/banner.tsx";
import { Button, type ButtonLook } from "#components/ui/button.tsx";
import { classes } from "#components/ui/classes.ts";
import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";

export type ConfirmDialogProps = ButtonLook & {
  /** What the dialog's button posts: the hidden fields, the reason, the box. */
  action: NonNullable<ComponentProps<"form">["action"]>;
  /** The name of the button on the page, repeated by the one in the dialog. */
  button: string;
  /** Read out after the name on the page, where every row of a list has the same button. */
  about?: string;
  /** The question, which is also the dialog's name. */
  title: string;
  /** What will happen, and whether it can be undone. */
  children?: ReactNode;
  hidden?: Readonly<Record<string, string>>;
  reason?: ConfirmReason | undefined;
  check?: ConfirmCheck | undefined;
  /** Why the action was refused; shown in the dialog, which stays open. */
  error?: string | undefined;
};

/**
 * A button that asks for confirmation in a native dialog before it posts. Reason and box are on the page while the
 * dialog is closed and in the dialog while it is open, keeping what was typed: the label exists only once at any time,
 * and staff may write before or after pressing. An answer without errors closes the dialog; pass the errors of the
 * action's result to keep it open.
 */
export function ConfirmDialog(props: ConfirmDialogProps) {
  if (useReadOnly()) return null;
  // After an action the next one (承認, then 発行) takes this place; it must not inherit an open dialog.
  return <Confirm key={props.button} {...props} />;
}

function Confirm(props: ConfirmDialogProps) {
  const { action, button, about, title, children, hidden = {}, reason, check, error, ...look } = props;
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const [open, setOpen] = useState(false);
  const [draft, setDraft] = useState<ConfirmDraft>({ reason: reason?.defaultValue ?? "", checked: false });
  const problem = [error, reason?.error, check?.error].filter(Boolean).join("\n");

  function place(inDialog: boolean) {
    const text = field(form.current, reason?.name);
    const box = field(form.current, check?.name);
    setDraft({
      reason: text instanceof HTMLTextAreaElement ? text.value : draft.reason,
      checked: box instanceof HTMLInputElement ? box.checked : draft.checked,
    });
    setOpen(inDialog);
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new problem, or an opening before this script ran
  useEffect(() => {
    if (problem || dialog.current?.open) place(true);
    if (problem) dialog.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [problem]);

  useLayoutEffect(() => {
    if (!open || !dialog.current) return;
    if (!dialog.current.open) dialog.current.showModal();
    // The button must not get the focus: an Enter held down would open the question and answer it.
    (dialog.current.querySelector("textarea") ?? heading.current)?.focus();
  }, [open]);

  const fields = <ConfirmFields id={id} reason={reason} check={check} draft={draft} />;
  return (
    <ImeSafeForm action={action} className="confirm" ref={form}>
      <FormTitle errors={problem !== ""} />
      {/* The form's default button: without it, Enter in the box on the page would post without asking. */}
      <button type="submit" disabled hidden />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {!open && fields}
      <Button
        {...look}
        {...invoker("show-modal", id)}
        className={classes("confirm-open")}
        aria-haspopup="dialog"
        onClick={(event) => {
          event.preventDefault();
          place(true);
        }}
      >
        {button}
        {about && <VisuallyHidden>：{about}</VisuallyHidden>}
      </Button>
      <dialog
        id={id}
        ref={dialog}
        className="dialog"
        aria-labelledby={`${id}-t`}
        onClose={() => place(false)}
      >
        <h2 id={`${id}-t`} ref={heading} tabIndex={-1}>
          {title}
        </h2>
        {children && <div className="space-small">{children}</div>}
        {open && fields}
        {error && <Banner tone="error" plain role="alert" className="space-small" title={error} />}
        <div className="actions snug">
          <SubmitButton>{button}</SubmitButton>
          <Button
            variant="line"
            {...invoker("close", id)}
            onClick={(event) => {
              event.preventDefault();
              dialog.current?.close();
            }}
          >
            戻る
          </Button>
        </div>
        <CloseWhenAnswered dialog={dialog} keep={problem !== ""} />
      </dialog>
    </ImeSafeForm>
  );
}

/** Closes the dialog once the action has answered without a problem. */
function CloseWhenAnswered({
  dialog,
  keep,
}: {
  dialog: { current: HTMLDialogElement | null };
  keep: boolean;
}) {
  useSettled(() => {
    if (!keep) dialog.current?.close();
  });
  return null;
}

/** These open and close the dialog before the script has loaded; React passes the attributes on as they are. */
function invoker(command: "show-modal" | "close", id: string) {
  return { command, commandfor: id };
}

function field(form: HTMLFormElement | null, name: string | undefined) {
  return name === undefined ? null : form?.elements.namedItem(name);
}
