import type { Sample } from "#components/ui/sample.ts";
import { Code, DateText, Money, Note } from "#components/ui/text.tsx";

export const samples: Sample[] = [
  { name: "番号", element: <Code>35075-00000M</Code> },
  { name: "金額", element: <Money yen={20_000_000n} /> },
  { name: "日付", element: <DateText iso="2026-04-01" /> },
  { name: "注記", element: <Note>印刷した保証証書や画面の写しは、提出書類になりません。</Note> },
];
