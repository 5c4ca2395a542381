import { TextLink } from "#components/ui/text-link.tsx";

type ListCountProps = {
  /** The noun for what is listed: 保証契約. */
  noun: string;
  /** The number of matches in words: 12件, 1,000件以上. */
  total: string;
  /** How many of them are on this page, if not all. */
  shown: number | undefined;
  /** The address of the list without search and filters; undefined when there are none. */
  clear: string | undefined;
};

/** The number of matches in one sentence, which is announced when a search has answered. */
export function ListCount({ noun, total, shown, clear }: ListCountProps) {
  const page = shown === undefined ? "" : `。このページに${shown}件を表示しています`;
  return (
    <div className="result">
      <p role="status">
        {clear ? (
          <>
            条件に合う{noun}は<b>{total}</b>です{page}
          </>
        ) : (
          <>
            <b>{total}</b>の{noun}があります{page}
          </>
        )}
      </p>
      {clear && <TextLink href={clear}>条件をクリア</TextLink>}
    </div>
  );
}
