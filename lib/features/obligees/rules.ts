import { foldForSearch } from "#lib/core/text.ts";
import { foldSound } from "#lib/features/banks/schema.ts";

/**
 * Whether an obligee's name, office or reading contains the searched text, in any width and either kana; true for "".
 */
export function isFound(
  { name, title, reading }: { name: string; title: string; reading: string },
  query: string,
): boolean {
  const sound = foldSound(query);
  return (
    foldForSearch(`${name} ${title}`).includes(foldForSearch(query)) ||
    (sound !== "" && foldSound(reading).includes(sound))
  );
}
