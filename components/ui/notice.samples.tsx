import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { Sample } from "#components/ui/sample.ts";

export const samples: Sample[] = [
  {
    name: "お知らせ",
    element: (
      <Notice title="この下書きは、別の画面で更新されています">
        <p>更新した日時は 10:31 です。最新の内容を開いてから入力してください。</p>
        <div className="actions">
          <Button variant="line">最新の内容を開く</Button>
        </div>
      </Notice>
    ),
  },
  {
    name: "有効",
    element: (
      <Notice tone="ok" title="有効な保証契約です">
        <p>発行した保証会社の記録と一致しました。最新の内容を表示しています。</p>
      </Notice>
    ),
  },
  {
    name: "注意",
    element: (
      <Notice tone="warn" title="あと2分でログアウトします">
        <p>入力した内容は保存しています。続ける場合は「続ける」を押してください。</p>
      </Notice>
    ),
  },
  {
    name: "誤り",
    element: (
      <Notice tone="error" title="保証契約番号または認証キーが正しくありません。">
        <p>お知らせのPDFから貼り付けると、入力の誤りを防げます。</p>
      </Notice>
    ),
  },
  {
    name: "枠なし",
    element: (
      <Notice tone="ok" plain title="小田原市長は電子保証を利用できます">
        <p className="small secondary">公告日 令和8年4月1日 が条件に合っています。</p>
      </Notice>
    ),
  },
];
