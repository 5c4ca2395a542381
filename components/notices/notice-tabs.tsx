import { Tabs } from "#components/ui/tabs.tsx";
import { paths } from "#lib/core/paths.ts";

/** The two pages of 「お知らせ」. */
export function NoticeTabs({ current }: { current: "list" | "settings" }) {
  return (
    <Tabs
      label="お知らせ"
      items={[
        { href: paths.notices(), label: "お知らせの一覧", current: current === "list" },
        { href: paths.noticeSettings(), label: "メールの設定", current: current === "settings" },
      ]}
    />
  );
}
