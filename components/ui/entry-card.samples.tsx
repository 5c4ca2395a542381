import { EntryCards } from "#components/ui/entry-card.tsx";
import type { Sample } from "#components/ui/sample.ts";

export const samples: Sample[] = [
  {
    name: "入口",
    element: (
      <EntryCards
        items={[
          {
            picture: "paper",
            name: "保証申込",
            href: "#apply",
            text: "申込を作成し、支店へ送信します。",
            more: "下書き 1件",
            heading: "h3",
            first: true,
          },
          {
            picture: "list",
            name: "保証契約一覧",
            href: "#contracts",
            text: "契約の内容と、電子保証の認証キーを確認します。",
            more: "契約 12件",
            heading: "h3",
          },
        ]}
      />
    ),
  },
];
