import { samples as choices } from "#components/form/choices.samples.tsx";
import { samples as confirmations } from "#components/form/confirm-dialog.samples.tsx";
import { samples as errors } from "#components/form/error-summary.samples.tsx";
import { samples as inputs } from "#components/form/inputs.samples.tsx";
import { samples as searches } from "#components/form/list-search.samples.tsx";
import { samples as banners } from "#components/ui/banner.samples.tsx";
import { samples as blanks } from "#components/ui/blank.samples.tsx";
import { samples as buttons } from "#components/ui/button.samples.tsx";
import { samples as cards } from "#components/ui/card.samples.tsx";
import { samples as checks } from "#components/ui/checks.samples.tsx";
import { samples as chips } from "#components/ui/chip.samples.tsx";
import { samples as entryCards } from "#components/ui/entry-card.samples.tsx";
import { samples as icons } from "#components/ui/icon.samples.tsx";
import { samples as keys } from "#components/ui/key-text.samples.tsx";
import { samples as counts } from "#components/ui/list-count.samples.tsx";
import { samples as pagers } from "#components/ui/pager.samples.tsx";
import { samples as rows } from "#components/ui/rows.samples.tsx";
import type { Sample } from "#components/ui/sample.ts";
import { samples as stages } from "#components/ui/stages.samples.tsx";
import { samples as tables } from "#components/ui/table.samples.tsx";
import { samples as tabs } from "#components/ui/tabs.samples.tsx";
import { samples as texts } from "#components/ui/text.samples.tsx";
import { samples as timelines } from "#components/ui/timeline.samples.tsx";
import { samples as windows } from "#components/ui/window-buttons.samples.tsx";

type Group = { id: string; title: string; samples: Sample[]; inline?: boolean };

/** Every component with its states, in the order of the gallery. */
export const groups: Group[] = [
  { id: "errors", title: "誤りの一覧", samples: errors },
  { id: "inputs", title: "入力欄", samples: inputs },
  { id: "choices", title: "選択", samples: choices },
  { id: "confirmations", title: "送信と確認", samples: confirmations },
  { id: "buttons", title: "ボタン", samples: buttons, inline: true },
  { id: "chips", title: "状態の札", samples: chips, inline: true },
  { id: "banners", title: "お知らせの枠", samples: banners },
  { id: "cards", title: "囲み", samples: cards },
  { id: "entry-cards", title: "入口", samples: entryCards },
  { id: "rows", title: "項目の一覧", samples: rows },
  { id: "tables", title: "表", samples: tables },
  { id: "tabs", title: "タブ", samples: tabs },
  { id: "searches", title: "一覧の検索", samples: searches },
  { id: "counts", title: "一覧の件数", samples: counts },
  { id: "pagers", title: "ページ送り", samples: pagers },
  { id: "stages", title: "手順", samples: stages },
  { id: "timelines", title: "経過", samples: timelines },
  { id: "checks", title: "点検", samples: checks },
  { id: "keys", title: "認証キーの表示", samples: keys },
  { id: "texts", title: "番号・金額・日付", samples: texts },
  { id: "blanks", title: "空と待ち", samples: blanks },
  { id: "windows", title: "書類の画面", samples: windows },
  { id: "icons", title: "絵", samples: icons, inline: true },
];
