import type { Sample } from "#components/ui/sample.ts";
import { Timeline } from "#components/ui/timeline.tsx";

export const samples: Sample[] = [
  {
    name: "経過とこれから",
    element: (
      <Timeline
        items={[
          { key: "sent", title: "送信", who: "〇〇建設 株式会社", when: "2026/04/02 10:31", done: true },
          {
            key: "look",
            title: "支店が内容を確認します",
            children: <p>確認が必要なときは、電子メールでお知らせします。</p>,
          },
        ]}
      />
    ),
  },
];
