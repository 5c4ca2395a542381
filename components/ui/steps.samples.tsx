import type { Sample } from "#components/ui/sample.ts";
import { Steps } from "#components/ui/steps.tsx";

const items = ["申込作成", "申込確認", "送信完了"];

export const samples: Sample[] = [
  { name: "はじめ", element: <Steps label="申込の手順（はじめ）" items={items} current={0} /> },
  { name: "途中", element: <Steps label="申込の手順（途中）" items={items} current={1} /> },
  { name: "おわり", element: <Steps label="申込の手順（おわり）" items={items} current={2} /> },
];
