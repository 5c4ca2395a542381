"use client";
import { type MouseEvent, useEffect, useMemo, useRef, useState } from "react";
import { useForm } from "react-hook-form";
import {
  applicationResolver,
  type DraftValues,
  fromErrors,
  pageFields,
  toErrors,
  toRaw,
} from "#components/applications/draft-values.ts";
import { newestDraft, noteSaved } from "#components/applications/newest-draft.ts";
import { useAutosave } from "#components/applications/use-autosave.ts";
import { useAction } from "#components/form/use-action.ts";
import { editDraftAction } from "#lib/features/applications/actions.ts";
import { type FieldName, STEPS, type StepSlug } from "#lib/features/applications/constants.ts";
import type { Context, FieldError, RawDraft } from "#lib/features/applications/types.ts";

/** A button that posts waits this long for a save under way. */
const handOverMs = 3_000;

export type DraftEditorProps = {
  id: string;
  step: StepSlug;
  /** Raw text of all tabs, and when it was saved last (ISO). */
  draft: RawDraft;
  savedAt: string;
  context: Context;
  /** Mistakes that the server found when the page was drawn. */
  errors: readonly FieldError[];
};

/**
 * One tab of the form with script: native controls hold the text, react-hook-form watches and checks them with the
 * server's own function, the saver keeps what is typed, and the buttons post the form as they do without script.
 */
export function useDraftEditor(props: DraftEditorProps) {
  const { id, step, context } = props;
  const [{ draft, kept, savedAt }] = useState(() => newestDraft(id, props));
  const fields = useMemo(() => STEPS.find(({ slug }) => slug === step)?.fields ?? [], [step]);
  const [typedEarly] = useState(() => pageFields(formId(id, step), fields));
  const [result, post] = useAction(editDraftAction);
  const [cleared, setCleared] = useState(result.status === "done" ? result.value.cleared : null);

  const given = useMemo(() => {
    if (result.status === "idle") return toErrors(props.errors);
    if (result.status !== "invalid") return toErrors([]);
    return toErrors(
      Object.entries(result.fields).map(([field, message]) => ({ field: field as FieldName, message })),
    );
  }, [result, props.errors]);

  const merge = (values: DraftValues): RawDraft => ({ ...draft, ...toRaw(values, fields) });
  const form = useForm<DraftValues>({
    resolver: applicationResolver(merge, context),
    shouldFocusError: false,
    errors: given,
  });
  const { errors: found, submitCount } = form.formState;
  const errors = fromErrors(found);
  const [raw, setRaw] = useState(draft);
  const read = () => toRaw(form.getValues(), fields);
  const [saver, save] = useAutosave({
    id,
    step,
    kept: toRaw(kept, fields),
    savedAt,
    read,
    early: () => keepEarly(typedEarly, read(), form.setValue),
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: merge reads what this page was drawn with, which never changes
  useEffect(() => {
    setRaw(merge(form.getValues()));
    return form.subscribe({
      formState: { values: true },
      callback: ({ values, name }) => {
        setRaw(merge(values));
        saver.changed();
        // Once checked, a mistake goes as soon as it is corrected; also one that the server found.
        const field = name as FieldName | undefined;
        if (field && form.getFieldState(field).invalid) void form.trigger(field);
      },
    });
  }, [form, saver]);

  const busy = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once per answer of the server
  useEffect(() => {
    if (result.status === "idle") return;
    busy.current = false;
    if (result.status === "done" && result.value.cleared) fill(result.value.cleared, true);
    saver.resume(result.status === "refused" || result.status === "failed" ? null : read());
  }, [result]);

  function fill(texts: RawDraft, empty: boolean) {
    for (const field of fields) form.setValue(field, empty ? "" : (texts[field] ?? ""));
    setCleared(empty ? texts : null);
  }

  /** Lets a button post once nothing older is under way; the click that asked for it has been held back. */
  async function handOver(button: HTMLButtonElement) {
    noteSaved(id, read(), new Date().toISOString());
    await saver.pause(handOverMs);
    button.form?.requestSubmit(button);
  }

  /** Runs a button's own work instead of posting at once; further clicks are dropped meanwhile. */
  const held =
    (work: (button: HTMLButtonElement) => Promise<void>) => (event: MouseEvent<HTMLButtonElement>) => {
      event.preventDefault();
      const button = event.currentTarget;
      if (busy.current) return;
      busy.current = true;
      void work(button);
    };

  return {
    post,
    result,
    save,
    raw,
    drawn: draft,
    errors,
    /** New for every check, so that the summary takes the focus again. */
    // biome-ignore lint/correctness/useExhaustiveDependencies: the identity is the message
    attempt: useMemo(() => ({}), [submitCount, result]),
    register: (name: FieldName) => form.register(name),
    cleared,
    clear: (event: MouseEvent) => {
      event.preventDefault();
      fill(read(), true);
    },
    restore: (event: MouseEvent) => {
      event.preventDefault();
      if (cleared) fill(cleared, false);
    },
    quit: held(handOver),
    check: held((button) =>
      form.handleSubmit(
        () => handOver(button),
        () => {
          busy.current = false;
        },
      )(),
    ),
  };
}

/** The form's own id: what was typed before the script ran is read from it. Another tab's form has another one. */
export const formId = (id: string, step: StepSlug) => `draft-${id}-${step}`;

/** A choice made before the script ran is lost when react-hook-form takes the radio buttons over; it is made again. */
function keepEarly(early: RawDraft, now: RawDraft, setValue: (field: FieldName, text: string) => void): void {
  for (const [name, text] of Object.entries(early)) {
    const field = name as FieldName;
    if (now[field] !== text) setValue(field, text);
  }
}
