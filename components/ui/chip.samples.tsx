import { Chip } from "#components/ui/chip.tsx";
import type { Sample } from "#components/ui/sample.ts";

export const samples: Sample[] = [
  { name: "動きなし", element: <Chip>下書き</Chip> },
  { name: "進行中", element: <Chip tone="go">審査中</Chip> },
  { name: "対応が必要", element: <Chip tone="turn">差戻し</Chip> },
  { name: "完了", element: <Chip tone="ok">発行済</Chip> },
  { name: "不成立", element: <Chip tone="stop">謝絶</Chip> },
];
