import { ListSearch } from "#components/form/list-search.tsx";
import type { Sample } from "#components/ui/sample.ts";

export const samples: Sample[] = [
  {
    name: "一覧の検索",
    element: (
      <ListSearch
        action="#list"
        label="見本の検索"
        text={{ label: "工事名・番号", value: "道路", help: "一部の文字でも検索できます。" }}
        filters={[
          {
            name: "product",
            label: "保証種類",
            value: undefined,
            options: [{ value: "advance", label: "前払金保証" }],
          },
          {
            name: "sort",
            label: "並び順",
            value: "newest",
            always: true,
            options: [
              { value: "newest", label: "発行日の新しい順" },
              { value: "amount", label: "保証金額の大きい順" },
            ],
          },
        ]}
      />
    ),
  },
];
