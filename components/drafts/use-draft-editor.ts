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
} from "#components/drafts/draft-values.ts";
import {
  editorName,
  knownVersion,
  newestDraft,
  nextSequence,
  noteSaved,
  takeTyped,
} from "#components/drafts/newest-draft.ts";
import { useAutosave } from "#components/drafts/use-autosave.ts";
import { useAction } from "#components/form/use-action.ts";
import { editDraftAction } from "#lib/features/drafts/actions.ts";
import type { Change, Conflict } from "#lib/features/drafts/types.ts";
import {
  type FieldName,
  fieldsWhere,
  QUESTIONS,
  TABS,
  type TabSlug,
} from "#lib/features/questions/constants.ts";
import type { Context, FieldError, RawDraft } from "#lib/features/questions/types.ts";

/** How long a button that posts waits for a save in progress. */
const handOverMs = 3_000;

export type DraftEditorProps = {
  id: string;
  step: TabSlug;
  /** Raw text of all tabs, its version, and when it was saved last (ISO). */
  draft: RawDraft;
  version: number;
  savedAt: string;
  /** The person's id: their texts are shown to nobody else in this window. */
  owner: string;
  /** Fields whose text came with the draft. */
  untouched: readonly FieldName[];
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
  const [begun] = useState(() => newestDraft(id, props));
  const { kept, savedAt } = begun;
  const fields = useMemo(() => TABS.find(({ slug }) => slug === step)?.fields ?? [], [step]);
  const [typedEarly] = useState(() => pageFields(formId(id, step), fields));
  const [result, post] = useAction(editDraftAction);
  const answer = result.status === "done" ? result.value : null;
  const [cleared, setCleared] = useState(answer?.cleared ?? null);
  // A page drawn without script: the typed text stays in the fields that somebody else changed.
  const [drawn] = useState<RawDraft>(() => ({ ...begun.draft, ...mineOf(answer?.conflicts ?? []) }));
  const [draft, setDraft] = useState(drawn);

  const serverErrors = useMemo(() => {
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
    errors: serverErrors,
  });
  const { errors: found, submitCount } = form.formState;
  const [raw, setRaw] = useState(draft);
  const read = () => toRaw(form.getValues(), fields);
  const { saver, save, conflicts, warnings, dispute, keepMine, takeTheirs } = useAutosave({
    id,
    step,
    kept: { ...toRaw(kept, fields), ...unsure(toRaw(begun.pending, fields)) },
    savedAt,
    read,
    early: () => {
      const left = unlessTyped(toRaw(takeTyped(id), fields), typedEarly, drawn);
      keepEarly({ ...typedEarly, ...left }, read(), form.setValue);
    },
    write: (field, text) => form.setValue(field, text),
    open: answer?.conflicts ?? [],
    onChanged: (changed) => changed.length > 0 && setDraft((before) => ({ ...before, ...latestOf(changed) })),
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: merge reads the draft alone
  useEffect(() => {
    setRaw(merge(form.getValues()));
    return form.subscribe({
      formState: { values: true },
      callback: ({ values, name }) => {
        setRaw(merge(values));
        saver.changed();
        // After a check, a mistake disappears as soon as it is corrected, even one that the server found.
        const again = sharing(name as FieldName | undefined).filter(
          (sibling) => form.getFieldState(sibling).invalid,
        );
        if (again.length > 0) void form.trigger(again);
      },
    });
  }, [form, saver, draft]);

  const busy = useRef(false);
  const [asked, setAsked] = useState({});
  // biome-ignore lint/correctness/useExhaustiveDependencies: once per answer of the server
  useEffect(() => {
    if (result.status === "idle") return;
    busy.current = false;
    if (answer?.cleared) fill(answer.cleared, true);
    saver.resume(result.status === "refused" || result.status === "failed" ? null : read());
    if (answer?.conflicts.length) dispute(answer.conflicts, answer.version ?? 0);
  }, [result]);

  function fill(texts: RawDraft, empty: boolean) {
    for (const field of fields) form.setValue(field, empty ? "" : (texts[field] ?? ""));
    setCleared(empty ? texts : null);
  }

  /** Lets a button post once no older save is in progress; the click that asked for it was held back. */
  async function handOver(button: HTMLButtonElement) {
    await saver.pause(handOverMs);
    const before = saver.known;
    noteSaved(id, read(), { savedAt: new Date().toISOString() });
    const { form: posted } = button;
    if (!posted) return;
    setHidden(posted, { version: knownVersion(id), sequence: nextSequence(), editor: editorName() });
    setHidden(posted, { before: JSON.stringify(before) });
    posted.requestSubmit(button);
  }

  /** Runs a button's own work instead of posting at once; further clicks are dropped meanwhile. */
  const held =
    (work: (button: HTMLButtonElement) => Promise<void>) => (event: MouseEvent<HTMLButtonElement>) => {
      event.preventDefault();
      const button = event.currentTarget;
      if (busy.current) return;
      // Which text stays is asked first.
      if (saver.disputed) return setAsked({});
      busy.current = true;
      void work(button);
    };

  return {
    post,
    result,
    save,
    raw,
    drawn,
    /** For a post without script: the version that the fields were drawn at, and what stood in them. */
    version: begun.version,
    warnings: Object.fromEntries(warnings.map(({ field, message }) => [field, message])),
    before: toRaw(kept, fields),
    /** Changed here and elsewhere. */
    conflicts,
    keepMine,
    takeTheirs,
    /** New whenever somebody wants to go on although a field waits for a decision. */
    asked,
    errors: fromErrors(found, warnings),
    /** New for every check, so that the summary takes the focus again. */
    // biome-ignore lint/correctness/useExhaustiveDependencies: the identity is the message
    attempt: useMemo(() => ({}), [submitCount, result]),
    register: (name: FieldName) => form.register(name),
    /** Puts a proposal into its fields, as if it had been typed. */
    take: (proposed: RawDraft) => {
      for (const [field, text] of Object.entries(proposed)) form.setValue(field as FieldName, text);
    },
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

/** A field with those that make up one sum with it: the mistake of a sum stands at one of them, and goes by any. */
function sharing(field: FieldName | undefined): FieldName[] {
  if (!field) return [];
  const { sum } = QUESTIONS[field];
  return sum ? fieldsWhere((line) => line.sum === sum) : [field];
}

/** The form's own id: what was typed before the script ran is read from it. Another tab's form has another one. */
export const formId = (id: string, step: TabSlug) => `draft-${id}-${step}`;

function setHidden(form: HTMLFormElement, values: Readonly<Record<string, string | number>>): void {
  for (const [name, value] of Object.entries(values)) {
    const input = form.elements.namedItem(name);
    if (input instanceof HTMLInputElement) input.value = String(value);
  }
}

const mineOf = (conflicts: readonly Conflict[]): RawDraft =>
  Object.fromEntries(conflicts.map(({ field, mine }) => [field, mine]));

const latestOf = (changed: readonly Change[]): RawDraft =>
  Object.fromEntries(changed.map(({ field, latest }) => [field, latest]));

/** Fields whose text may have arrived or not. */
const unsure = (pending: RawDraft) => Object.fromEntries(Object.keys(pending).map((field) => [field, null]));

/** What a reload interrupted, but for fields that were typed in again before the script ran. */
function unlessTyped(left: RawDraft, early: RawDraft, drawn: RawDraft): RawDraft {
  const now: Readonly<Record<string, string | undefined>> = { ...drawn, ...early };
  const then: Readonly<Record<string, string | undefined>> = drawn;
  return Object.fromEntries(
    Object.entries(left).filter(([field]) => (now[field] ?? "") === (then[field] ?? "")),
  );
}

/** A choice made before the script ran is lost when react-hook-form takes the radio buttons over; it is made again. */
function keepEarly(early: RawDraft, now: RawDraft, setValue: (field: FieldName, text: string) => void): void {
  for (const [name, text] of Object.entries(early)) {
    const field = name as FieldName;
    if (now[field] !== text) setValue(field, text);
  }
}
