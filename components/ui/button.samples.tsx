import { Button, ButtonLink } from "#components/ui/button.tsx";
import { Icon } from "#components/ui/icon.tsx";
import type { Sample } from "#components/ui/sample.ts";

export const samples: Sample[] = [
  { name: "主な操作", element: <Button size="big">申込内容を確認する</Button> },
  { name: "塗り", element: <Button>検索する</Button> },
  { name: "枠線", element: <Button variant="line">検索の条件をクリア</Button> },
  { name: "文字", element: <Button variant="text">下書きを保存して終了する</Button> },
  { name: "取り消せない操作", element: <Button variant="danger">謝絶</Button> },
  { name: "処理中", element: <Button aria-disabled="true">申込を送信する</Button> },
  {
    name: "幅いっぱい",
    element: (
      <Button size="big" fill>
        承認
      </Button>
    ),
  },
  {
    name: "リンク",
    element: (
      <ButtonLink href="#top" variant="line">
        <Icon name="save" size={20} />
        申込内容の控え（PDF）
      </ButtonLink>
    ),
  },
];
