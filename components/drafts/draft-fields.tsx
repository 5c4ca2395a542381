"use client";
import type { ReactNode } from "react";
import { useDraftBox, useDraftField, useDraftForm, useRequired } from "#components/drafts/draft-context.tsx";
import { useHelp } from "#components/drafts/field-help.tsx";
import { Checkbox, type Choice, RadioGroup, Select } from "#components/form/choices.tsx";
import { DateInput, EmailInput, type FieldWidth, MoneyInput, TextInput } from "#components/form/inputs.tsx";
import { codeFolding, dateFolding, moneyFolding, useFolding } from "#components/form/use-folding.ts";
import { Banner } from "#components/ui/banner.tsx";
import { DateText } from "#components/ui/text.tsx";
import { parseDate } from "#lib/core/calendar.ts";
import { readYen } from "#lib/core/money.ts";
import type { FieldName } from "#lib/features/questions/constants.ts";
import { yenOf } from "#lib/features/questions/schema.ts";

type FieldProps = {
  name: FieldName;
  required?: boolean;
  /** Without a badge: a part of a group that carries one. */
  plain?: boolean;
  help?: ReactNode;
  after?: ReactNode;
};

/** Required fields carry 必須, the others 任意. */
function useBadge({ name, required = false, plain = false }: FieldProps) {
  const asked = useRequired(name);
  return plain ? {} : required ? asked : { optional: true };
}

/** A date with what was understood beside it. */
export function DraftDate(props: FieldProps) {
  const { name, after, help } = props;
  const { raw } = useDraftForm();
  const iso = parseDate(raw[name] ?? "");
  const field = useDraftField(name);
  return (
    <DateInput
      {...field}
      {...useFolding(dateFolding, field)}
      {...useBadge(props)}
      help={useHelp(name, help)}
      after={after}
      aid={iso && <DateText iso={iso} />}
    />
  );
}

/** An amount of yen with how it is said. */
export function DraftMoney(props: FieldProps) {
  const { name, help, after } = props;
  const { raw } = useDraftForm();
  const yen = yenOf(raw[name]);
  const field = useDraftField(name);
  return (
    <MoneyInput
      {...field}
      {...useFolding(moneyFolding, field)}
      {...useBadge(props)}
      help={useHelp(name, help)}
      after={after}
      aid={yen && readYen(yen)}
    />
  );
}

/** One line of text; a telephone number in half width once it is left. */
export function DraftText({
  name,
  required = false,
  plain = false,
  help,
  width,
  after,
  ...native
}: FieldProps & { width: FieldWidth; inputMode?: "tel"; autoComplete?: string }) {
  const field = useDraftField(name);
  const { warnings } = useDraftForm();
  return (
    <TextInput
      {...field}
      {...useFolding(native.inputMode === "tel" ? codeFolding : null, field)}
      {...useBadge({ name, required, plain })}
      {...native}
      help={useHelp(name, help)}
      width={width}
      after={
        <>
          <Unprintable warning={field.error ? undefined : warnings[name]} />
          {after}
        </>
      }
    />
  );
}

/** One address of e-mail. */
export function DraftEmail({ name, required = false, help, width }: FieldProps & { width: FieldWidth }) {
  const field = useDraftField(name);
  return (
    <EmailInput
      {...field}
      {...useFolding(codeFolding, field)}
      {...useBadge({ name, required })}
      width={width}
      help={useHelp(name, help)}
    />
  );
}

/** A character that the certificate or the copy cannot show, told as soon as it is saved. */
export function Unprintable({ warning }: { warning: string | undefined }) {
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

/** Radio buttons of a fixed set; none is chosen silently. */
export function DraftRadios({
  name,
  plain = false,
  options,
  help,
  after,
}: FieldProps & { options: Readonly<Record<string, string>> }) {
  return (
    <RadioGroup
      {...useDraftField(name)}
      {...useBadge({ name, required: true, plain })}
      help={useHelp(name, help)}
      after={after}
      options={Object.entries(options).map(([value, label]) => ({ value, label }))}
    />
  );
}

/** One box to tick. */
export function DraftBox({ name }: { name: FieldName }) {
  return <Checkbox {...useDraftBox(name)} />;
}

/** A select of a fixed set, empty at first. */
export function DraftSelect({
  name,
  options = [],
  groups = [],
  help,
}: FieldProps & {
  options?: readonly Choice[];
  groups?: readonly { label: string; options: readonly Choice[] }[];
}) {
  return (
    <Select
      {...useDraftField(name)}
      {...useRequired(name)}
      help={useHelp(name, help)}
      blank="選んでください"
      options={options}
    >
      {groups.map(({ label, options: members }) => (
        <optgroup key={label} label={label}>
          {members.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </optgroup>
      ))}
    </Select>
  );
}
