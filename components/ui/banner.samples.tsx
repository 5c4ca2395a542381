import { Banner } from "#components/ui/banner.tsx";
import { Button } from "#components/ui/button.tsx";
import type { Sample } from "#components/ui/sample.ts";

export const samples: Sample[] = [
  {
    name: "お知らせ",
    element: (
      <Banner title="この下書きは、別の画面で更新されています">
        <p>更新した日時は 10:31 です。最新の内容を開いてから入力してください。</p>
        <div className="actions">
          <Button variant="line">最新の内容を開く</Button>
        </div>
      </Banner>
    ),
  },
  {
    name: "有効",
    element: (
      <Banner tone="ok" title="有効な保証契約です">
        <p>発行した保証会社の記録と一致しました。最新の内容を表示しています。</p>
      </Banner>
    ),
  },
  {
    name: "注意",
    element: (
      <Banner tone="warn" title="あと2分でログアウトします">
        <p>入力した内容は保存しています。続ける場合は「続ける」を押してください。</p>
      </Banner>
    ),
  },
  {
    name: "誤り",
    element: (
      <Banner tone="error" title="保証契約番号または認証キーが正しくありません。">
        <p>お知らせのPDFから貼り付けると、入力の誤りを防げます。</p>
      </Banner>
    ),
  },
  {
    name: "枠なし",
    element: (
      <Banner tone="ok" plain title="小田原市長は電子保証を利用できます">
        <p className="small secondary">公告日 令和8年4月1日 が条件に合っています。</p>
      </Banner>
    ),
  },
];
