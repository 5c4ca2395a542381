import type { Sample } from "#components/ui/sample.ts";
import { Stages } from "#components/ui/stages.tsx";

const items = ["申込作成", "申込確認", "送信完了"];

export const samples: Sample[] = [
  { name: "はじめ", element: <Stages label="申込の手順（はじめ）" items={items} current={0} /> },
  { name: "途中", element: <Stages label="申込の手順（途中）" items={items} current={1} /> },
  { name: "おわり", element: <Stages label="申込の手順（おわり）" items={items} current={2} /> },
];
