import type { Sample } from "#components/ui/sample.ts";
import { TabPager, Tabs } from "#components/ui/tabs.tsx";

export const samples: Sample[] = [
  {
    name: "入力の状態つき",
    element: (
      <>
        <Tabs
          label="申込の入力"
          id="step"
          items={[
            { href: "#work", label: "請負工事の情報", state: "done" },
            { href: "#guarantee", label: "保証の申込内容", state: "error", current: true },
            { href: "#other", label: "その他", state: "begun" },
            { href: "#end", label: "確認", state: "empty" },
          ]}
        />
        <TabPager previous="#work" next="#other" />
      </>
    ),
  },
  {
    name: "一覧の切り替え",
    element: (
      <Tabs
        label="一覧の切り替え"
        id="list"
        items={[
          { href: "#all", label: "保証契約一覧" },
          { href: "#keys", label: "電子保証（認証キー）", current: true },
        ]}
      />
    ),
  },
];
