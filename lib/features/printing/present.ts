/** A character that no font prints; `position` counts characters from 1. */
type Unprintable = { character: string; position: number };

const codeOf = (character: string) =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;

/** The place and the name of a character, of what nobody sees by its code and the character before it. */
function placeOf(label: string, text: string, { character, position }: Unprintable): string {
  const before = [...text][position - 2]?.trim();
  if (!/[\p{C}\p{M}\p{Z}]/u.test(character)) return `${label}の${position}文字目「${character}」`;
  const place = before ? `「${before}」の次にある` : "先頭にある";
  return `${label}の${position}文字目（${place}文字コード ${codeOf(character)}）`;
}

/**
 * Why a text cannot be printed, and what to do. What nobody sees (a variation selector, a combining mark, a control
 * character) is named by its code and by the character before it; `position` counts characters from 1.
 */
export function presentUnprintable(label: string, text: string, found: Unprintable): string {
  const { character, position } = found;
  const before = [...text][position - 2];
  if (before && /\p{Variation_Selector}/u.test(character))
    return `${label}の${position - 1}文字目「${before}」に付いている異体字の指定（${codeOf(character)}）は、保証証書に印刷できません。「${before}」を消して、標準の字体で入力し直してください。`;
  const another = /[\p{C}\p{M}\p{Z}]/u.test(character)
    ? "消すか、別の文字で入力してください。"
    : "別の文字で入力してください。";
  return `${placeOf(label, text, found)}は、保証証書に印刷できません。${another}`;
}

/** That a free text reaches the branch whole, but loses a character in the copy as PDF. */
export function presentLostInCopy(label: string, text: string, found: Unprintable): string {
  return `${placeOf(label, text, found)}は、申込内容の控え（PDF）では「〓」になります。支店の画面には、そのまま表示されます。`;
}
