import type { KeyNoticeModel } from "#lib/pdf/documents/key-notice.ts";
import { keyNotice } from "#tests/golden/models.ts";

const places = [
  ..."小田原川崎横浜鎌倉藤沢平塚茅ヶ崎逗子三浦秦野厚木大和伊勢海老名座間南足柄綾瀬葉山寒川磯二宮中井松開成箱根真鶴湯河愛清城",
];
const works = [
  "道路改良工事",
  "舗装補修工事",
  "下水道管布設工事",
  "橋梁耐震補強工事",
  "公園整備工事",
  "護岸復旧工事",
];
const keyCharacters = "235679CDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

/** The nth key notice. Each has different works, contractor, number and key, so that caching pages does not help. */
export function noticeOf(n: number): KeyNoticeModel {
  const pick = (step: number): string => places[(n * 7 + step * 13 + n * step) % places.length] ?? "";
  const work = works[n % works.length] ?? "";
  const contractor = `${pick(1)}${pick(2)}${pick(3)}建設 株式会社`;
  const key = Array.from(
    { length: 12 },
    (_, at) => keyCharacters[(n * 31 + at * 17 + n * at) % keyCharacters.length],
  );
  return {
    ...keyNotice,
    addressee: `${contractor} 様`,
    contractorName: contractor,
    workName: `市道${pick(4)}${pick(5)}${n}号線${pick(6)}${pick(7)}地区${work}`,
    contractNumber: `35075-${String(n).padStart(5, "0")}M`,
    key: key.join(""),
  };
}
