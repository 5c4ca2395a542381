import type { Choice } from "#components/form/choices.tsx";
import { ImeSafeForm } from "#components/form/ime-safe-form.tsx";
import { Button } from "#components/ui/button.tsx";
import { classes } from "#components/ui/classes.ts";

type ListFilter = {
  /** Its name in the URL. */
  name: string;
  label: string;
  options: readonly Choice[];
  value: string | undefined;
  /** An order always has a value; a filter begins with 「すべて」. */
  always?: boolean;
};

type ListSearchProps = {
  /** The list's address, to which the form adds its fields. */
  action: string;
  /** What is searched; also the form's name. */
  label: string;
  text: { label: string; value: string | undefined; help?: string };
  filters?: readonly ListFilter[];
};

/** Search, filters and order of a list: a GET, so that every result has its own URL and works without script. */
export function ListSearch({ action, label, text, filters = [] }: ListSearchProps) {
  return (
    <search>
      <ImeSafeForm className="search" action={action} aria-label={label}>
        <div className="search-inner">
          <div>
            <label className="label" htmlFor="list-q">
              {text.label}
            </label>
            <input
              // React keeps a typed value when the default changes, so another search gets a new field.
              key={text.value}
              type="text"
              id="list-q"
              name="q"
              className="width-18"
              maxLength={100}
              autoComplete="off"
              aria-describedby={text.help && "list-q-h"}
              defaultValue={text.value}
            />
          </div>
          {text.help && (
            <p className="small secondary" id="list-q-h">
              {text.help}
            </p>
          )}
          {filters.map((filter) => (
            <Filter key={filter.name} {...filter} />
          ))}
          <Button type="submit">検索する</Button>
        </div>
      </ImeSafeForm>
    </search>
  );
}

function Filter({ name, label, options, value, always = false }: ListFilter) {
  const id = `list-${name}`;
  return (
    <div>
      <label className="label" htmlFor={id}>
        {label}
      </label>
      <span className={classes("select-box", always ? "width-14" : "width-12")}>
        <select key={value} id={id} name={name} defaultValue={value}>
          {!always && <option value="">すべて</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      </span>
    </div>
  );
}

/** Turns a table of words into choices. */
export function choicesOf(words: Readonly<Record<string, string>>): Choice[] {
  return Object.entries(words).map(([value, label]) => ({ value, label }));
}
