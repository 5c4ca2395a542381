import { Blank, Wait } from "#components/ui/blank.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import type { Sample } from "#components/ui/sample.ts";

export const samples: Sample[] = [
  {
    name: "まだ何もないとき",
    element: (
      <Blank
        title="保証契約はまだありません"
        heading="h3"
        action={<ButtonLink href="#new">保証申込へ</ButtonLink>}
      >
        申込が発行されると、ここに表示されます。
      </Blank>
    ),
  },
  {
    name: "待つとき",
    element: <Wait>保証証書を準備しています。このまま待つか、あとで開き直してください。</Wait>,
  },
];
