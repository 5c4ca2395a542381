import { Pager } from "#components/ui/pager.tsx";
import type { Sample } from "#components/ui/sample.ts";

export const samples: Sample[] = [
  { name: "はじめのページ", element: <Pager size={20} next="#next" label="一覧のページ（はじめ）" /> },
  {
    name: "途中のページ",
    element: <Pager size={20} previous="#previous" next="#next" label="一覧のページ（途中）" />,
  },
];
