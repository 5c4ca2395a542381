"use client";
import type { ReactElement, ReactNode } from "react";
import { BankInput } from "#components/banks/bank-input.tsx";
import { useDraftBox, useDraftField, useDraftForm, useRequired } from "#components/drafts/draft-context.tsx";
import { useHelp } from "#components/drafts/field-help.tsx";
import { Checkbox, RadioGroup, Select } from "#components/form/choices.tsx";
import { Field, fieldControl } from "#components/form/field.tsx";
import { DateInput, EmailInput, MoneyInput, TextArea, TextInput } from "#components/form/inputs.tsx";
import { codeFolding, dateFolding, moneyFolding, useFolding } from "#components/form/use-folding.ts";
import { Banner } from "#components/ui/banner.tsx";
import { DateText } from "#components/ui/text.tsx";
import { parseDate } from "#lib/core/calendar.ts";
import { readYen } from "#lib/core/money.ts";
import { type FieldName, QUESTIONS } from "#lib/features/questions/constants.ts";
import type { Line } from "#lib/features/questions/lines/line.ts";
import { yenOf } from "#lib/features/questions/schema.ts";
import { isRequired } from "#lib/features/questions/steps/cases.ts";

/** A field by its name; its line says what it is. */
type FieldProps = {
  name: FieldName;
  /** Shown in the field, under its control. */
  after?: ReactNode;
};

type Of<Kind extends Line["kind"]> = FieldProps & { question: Extract<Line, { kind: Kind }> };

/** Required fields carry 必須, the others 任意; the parts of 年度割 and of 「JVの構成」 none, since their group carries one. */
function useBadge(name: FieldName) {
  const { raw } = useDraftForm();
  const asked = useRequired(name);
  const question = QUESTIONS[name];
  if (question.group === "years" || question.group === "jv" || question.group === "members") return {};
  return isRequired(question, raw) ? asked : { optional: true };
}

/** A date, with what was understood beside it. */
function DraftDate({ name, after }: FieldProps) {
  const { raw } = useDraftForm();
  const iso = parseDate(raw[name] ?? "");
  const field = useDraftField(name);
  return (
    <DateInput
      {...field}
      {...useFolding(dateFolding, field)}
      {...useBadge(name)}
      help={useHelp(name)}
      after={after}
      aid={iso && <DateText iso={iso} />}
    />
  );
}

/** An amount of yen, with how it is spoken. */
function DraftMoney({ name, after }: FieldProps) {
  const { raw } = useDraftForm();
  const yen = yenOf(raw[name]);
  const field = useDraftField(name);
  return (
    <MoneyInput
      {...field}
      {...useFolding(moneyFolding, field)}
      {...useBadge(name)}
      help={useHelp(name)}
      after={after}
      aid={yen && readYen(yen)}
    />
  );
}

/** The props of every field of free text: its badge and help, and warnings about its characters. */
function useText({ name, after }: FieldProps) {
  const field = useDraftField(name);
  const { warnings } = useDraftForm();
  return {
    ...field,
    ...useBadge(name),
    help: useHelp(name),
    after: (
      <>
        <Unprintable warning={field.error ? undefined : warnings[name]} />
        {after}
      </>
    ),
  };
}

/** One line of text. */
function DraftText({ question, ...props }: Of<"text">) {
  const { width = 24, autoComplete } = question;
  return <TextInput {...useText(props)} width={`width-${width}`} autoComplete={autoComplete} />;
}

function DraftYear(props: FieldProps) {
  return <TextInput {...useText(props)} width="width-12" />;
}

/** A telephone number, folded to half width when it is left. */
function DraftPhone(props: FieldProps) {
  const text = useText(props);
  const folding = useFolding(codeFolding, text);
  return <TextInput {...text} {...folding} inputMode="tel" autoComplete="tel" width="width-14" />;
}

function DraftMessage(props: FieldProps) {
  return <TextArea {...useText(props)} rows={5} />;
}

/** A bank and its branch: text with suggestions. */
function DraftBank(props: FieldProps) {
  return <BankInput {...useText(props)} width="width-24" />;
}

/** One address of e-mail. */
function DraftEmail({ name, after }: FieldProps) {
  const field = useDraftField(name);
  return (
    <EmailInput
      {...field}
      {...useFolding(codeFolding, field)}
      {...useBadge(name)}
      width="width-20"
      help={useHelp(name)}
      after={after}
    />
  );
}

/** A share in percent, with up to two decimals. */
function DraftShare({ name, after }: FieldProps) {
  const { label, error, ...native } = useDraftField(name);
  const text = { label, error, ...useBadge(name), help: useHelp(name), after };
  return (
    <Field id={name} {...text}>
      <div className="yen share">
        <input type="text" inputMode="decimal" autoComplete="off" {...native} {...fieldControl(name, text)} />
        <span>%</span>
      </div>
    </Field>
  );
}

/** A character that the certificate or the copy cannot show, pointed out as soon as it is saved. */
function Unprintable({ warning }: { warning: string | undefined }) {
  return (
    <div aria-live="polite">
      {warning && (
        <Banner tone="warn" plain className="fit">
          <p>{warning}</p>
        </Banner>
      )}
    </div>
  );
}

/** One of a fixed set, as radio buttons or a select; none is chosen by default. */
function DraftChoice({ name, question, after }: Of<"choice">) {
  const options = Object.entries(question.choices).map(([value, label]) => ({ value, label }));
  const field = { ...useDraftField(name), ...useBadge(name), help: useHelp(name), after, options };
  return question.select ? <Select {...field} blank="選んでください" /> : <RadioGroup {...field} />;
}

/** One of the obligees, grouped by whether they accept 電子保証, or one of the branches. */
function DraftRecord({ name, question, after }: Of<"record">) {
  const { obligees, branches } = useDraftForm().context;
  const field = {
    ...useDraftField(name),
    ...useBadge(name),
    help: useHelp(name),
    after,
    blank: "選んでください",
  };
  if (question.of === "branches")
    return (
      <Select {...field} options={branches.map(({ id, name: words }) => ({ value: id, label: words }))} />
    );
  const group = (label: string, electronic: boolean) => (
    <optgroup label={label}>
      {obligees
        .filter(({ rule }) => rule.acceptsElectronic === electronic)
        .map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
    </optgroup>
  );
  return (
    <Select {...field}>
      {group("電子保証に対応しています", true)}
      {group("証書（紙）のみです", false)}
    </Select>
  );
}

/** One box to tick. */
function DraftBox({ name, main = false }: FieldProps & { main?: boolean }) {
  return <Checkbox {...useDraftBox(name)} main={main} />;
}

/** The control of a question, by its kind. */
export function DraftField(props: FieldProps): ReactElement {
  const question = QUESTIONS[props.name];
  switch (question.kind) {
    case "text":
      return <DraftText {...props} question={question} />;
    case "message":
      return <DraftMessage {...props} />;
    case "bank":
      return <DraftBank {...props} />;
    case "phone":
      return <DraftPhone {...props} />;
    case "mail":
      return <DraftEmail {...props} />;
    case "date":
      return <DraftDate {...props} />;
    case "money":
      return <DraftMoney {...props} />;
    case "year":
      return <DraftYear {...props} />;
    case "share":
      return <DraftShare {...props} />;
    case "choice":
      return <DraftChoice {...props} question={question} />;
    case "record":
      return <DraftRecord {...props} question={question} />;
    case "apply":
      return <DraftBox {...props} main />;
    case "condition":
      return <DraftBox {...props} />;
  }
}
