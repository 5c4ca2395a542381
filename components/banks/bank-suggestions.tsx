"use client";
import { useEffect } from "react";
import { type BankSearch, useBankSearch } from "#components/banks/use-bank-search.ts";
import { Banner } from "#components/ui/banner.tsx";
import { Chip } from "#components/ui/chip.tsx";
import { DateText } from "#components/ui/text.tsx";
import type { BankAnswer, BankSuggestion } from "#lib/features/banks/types.ts";

type Named = NonNullable<BankAnswer["named"]>;
type BankSuggestionsProps = { input: HTMLInputElement; id: string };

/**
 * The list under a text input, as a combobox with automatic suggestions (ARIA practices): arrows move, Enter selects,
 * Escape closes. It is part of the page's flow, so that it never covers the next question.
 */
export function BankSuggestions({ input, id }: BankSuggestionsProps) {
  const search = useBankSearch(input);
  const { open, active, answer } = search;
  useEffect(() => {
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-controls", id);
    input.setAttribute("aria-expanded", String(open));
    if (open && active >= 0) input.setAttribute("aria-activedescendant", `${id}-${active}`);
    else input.removeAttribute("aria-activedescendant");
  }, [input, id, open, active]);
  return (
    <>
      <SuggestionList search={search} id={id} />
      {!open && answer?.named && <NamedBank {...answer.named} demo={answer.demo} />}
      {answer && !answer.named && answer.suggestions.length === 0 && (
        <NamedBank bank="この名前の金融機関" usable={false} alone={false} demo={answer.demo} />
      )}
      <div className="visually-hidden" aria-live="polite">
        {spoken(search)}
      </div>
    </>
  );
}

function SuggestionList({ search, id }: { search: BankSearch; id: string }) {
  const { open, active, answer, take } = search;
  return (
    <div className="suggest" hidden={!open}>
      <div role="listbox" id={id} aria-label="金融機関の候補">
        {answer?.suggestions.map((suggestion, index) => (
          // The keyboard works on the input, which names the active option.
          // biome-ignore lint/a11y/useKeyWithClickEvents: see above
          // biome-ignore lint/a11y/useFocusableInteractive: see above
          <div
            key={suggestion.bankCode + suggestion.branchCode}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => take(suggestion)}
          >
            <span>{suggestion.text}</span>
            <span className="small secondary digits">{codeOf(suggestion)}</span>
            {suggestion.usable && <Chip tone="ok">預託できます</Chip>}
          </div>
        ))}
      </div>
      {answer && (
        <p className="small secondary">
          <DateText iso={answer.asOf} />
          現在の全国の一覧です。ないときは、そのまま入力してください。
          {answer.demo && "「預託できます」は、デモ用の一覧によります。"}
        </p>
      )}
    </div>
  );
}

/** Whether the bank in the field is on the guarantor's list; a hint, never a refusal. */
function NamedBank({ bank, usable, alone, demo }: Named & { demo: boolean }) {
  const by = demo ? "（デモ用の一覧）" : "";
  return (
    <Banner tone={usable && !alone ? "ok" : "warn"} plain className="fit">
      <p>
        {usable
          ? `${bank}は、前払金を預託できる金融機関です。${by}`
          : `${bank}は、前払金を預託できる金融機関の一覧にありません。支店にお問い合わせください。${by}`}
        {alone && "支店名も入力してください。"}
      </p>
    </Banner>
  );
}

const codeOf = ({ bankCode, branchCode }: BankSuggestion) =>
  branchCode === null ? bankCode : `${bankCode}-${branchCode}`;

function spoken({ open, answer, asked }: BankSearch): string {
  if (!asked || !answer) return "";
  if (open) return `候補が${answer.suggestions.length}件あります。`;
  return answer.suggestions.length === 0 ? "候補はありません。そのまま入力できます。" : "";
}
