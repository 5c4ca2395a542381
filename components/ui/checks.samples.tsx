import { Checks } from "#components/ui/checks.tsx";
import type { Sample } from "#components/ui/sample.ts";

export const samples: Sample[] = [
  {
    name: "点検の結果",
    element: (
      <Checks
        items={[
          { title: "前払金保証金額", passed: true, reason: "請負金額の40.0%です（上限 40.0%）。" },
          {
            title: "預託金融機関",
            passed: false,
            reason: "「〇〇銀行 ××支店」は、前回の申込「〇〇銀行 本店」と異なります。",
            aside: "審査で確認済み",
          },
        ]}
      />
    ),
  },
];
