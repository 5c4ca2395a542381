import { CopyButton } from "#components/ui/copy-button.tsx";
import { KeyText } from "#components/ui/key-text.tsx";
import type { Sample } from "#components/ui/sample.ts";
import { PrintButton } from "#components/ui/window-buttons.tsx";

const value = "Z28YUE4J3Bux";

export const samples: Sample[] = [
  {
    name: "認証キーの枠",
    element: (
      <section className="key-box" aria-labelledby="sample-key">
        <div className="key-box-inner">
          <div>
            <h3 id="sample-key">認証キー</h3>
            <p>
              <KeyText value={value} />
            </p>
          </div>
          <div>
            <p className="label">保証契約番号</p>
            <p className="code">35075-00000M</p>
          </div>
        </div>
        <p className="small secondary">下線の文字は数字です。大文字と小文字は区別します。</p>
        <div className="actions snug">
          <PrintButton />
          <CopyButton text={value} label="認証キーをコピー" />
        </div>
      </section>
    ),
  },
];
