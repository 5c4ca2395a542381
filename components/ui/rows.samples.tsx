import { Facts, PairRows, Rows } from "#components/ui/rows.tsx";
import type { Sample } from "#components/ui/sample.ts";
import { DateText, Money } from "#components/ui/text.tsx";

export const samples: Sample[] = [
  {
    name: "確認の一覧",
    element: (
      <Rows
        items={[
          { label: "工事名", value: "道路改良工事", action: { href: "#kouji" } },
          { label: "工事番号", action: { href: "#bangou" } },
          { label: "公告日", value: <DateText iso="2026-04-01" />, action: { href: "#koukoku" } },
          { label: "請負金額", value: <Money yen={50_000_000n} />, action: { href: "#kingaku" } },
        ]}
      />
    ),
  },
  {
    name: "横の列",
    element: (
      <Rows
        tight
        items={[
          { label: "請負金額", value: <Money yen={50_000_000n} /> },
          { label: "前払金保証金額", value: <Money yen={20_000_000n} /> },
        ]}
      />
    ),
  },
  {
    name: "二つずつ",
    element: (
      <PairRows
        items={[
          { label: "工事名", value: "道路改良工事", wide: true },
          { label: "発注者名", value: "小田原市長" },
          { label: "保証期限", value: <DateText iso="2027-03-31" /> },
          { label: "保証金額", value: <Money yen={20_000_000n} /> },
          { label: "JV名" },
        ]}
      />
    ),
  },
  {
    name: "要点",
    element: (
      <Facts
        items={[
          { label: "商号", value: "〇〇建設 株式会社" },
          { label: "前払金保証", value: <Money yen={20_000_000n} /> },
        ]}
      />
    ),
  },
];
