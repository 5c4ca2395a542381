import { Button } from "#components/ui/button.tsx";
import { paths } from "#lib/core/paths.ts";

/** Finds a 受付番号; a GET, so that the result has its own URL and works without script. */
export function SearchField({ search }: { search: string }) {
  return (
    <search>
      <form className="search" action={paths.branch()} aria-label="申込の検索">
        <div className="search-in">
          <div>
            <label className="lab" htmlFor="q">
              受付番号
            </label>
            <input
              // React keeps a typed value over a new default; another search comes with another field.
              key={search}
              type="text"
              id="q"
              name="q"
              className="w18"
              autoComplete="off"
              defaultValue={search}
            />
          </div>
          <Button type="submit">検索する</Button>
        </div>
      </form>
    </search>
  );
}
