import { Card } from "#components/ui/card.tsx";
import type { Sample } from "#components/ui/sample.ts";

export const samples: Sample[] = [
  {
    name: "囲み",
    element: (
      <Card title="お問い合わせ：神奈川支店" heading="h3">
        <p className="phone">045-000-0000</p>
        <p className="small secondary">平日 9:00～17:00</p>
      </Card>
    ),
  },
  {
    name: "色つき",
    element: (
      <Card title="照会の記録" heading="h3" tint>
        <p className="small">この照会は記録されます。</p>
      </Card>
    ),
  },
];
