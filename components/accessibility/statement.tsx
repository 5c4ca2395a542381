import {
  CRITERION_STATES,
  type Criterion,
  type CriterionState,
  jisOf,
} from "#components/accessibility/criterion.ts";
import { Chip, type ChipTone } from "#components/ui/chip.tsx";
import { Rows } from "#components/ui/rows.tsx";
import { type Column, Table } from "#components/ui/table.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { paths } from "#lib/core/paths.ts";

const tones: Record<CriterionState, ChipTone> = { met: "ok", partly: "turn", none: "plain" };

const columns: Column<Criterion>[] = [
  {
    label: "達成基準",
    header: true,
    cell: ({ id, name }) => (
      <b>
        {id}
        {"\u00a0"}
        {name}
      </b>
    ),
  },
  { label: "レベル", num: true, cell: ({ level }) => level },
  { label: "JIS", num: true, cell: ({ id }) => jisOf(id) },
  { label: "結果", cell: ({ state }) => <Chip tone={tones[state]}>{CRITERION_STATES[state]}</Chip> },
  { label: "対応と確認", fold: "", cell: ({ how }) => <p className="folds">{how}</p> },
];

const issues = [
  "保証証書と認証キーのお知らせのPDFには、読み上げのための構造（タグ）がありません。同じ内容を、画面（HTML）で確認できます。",
  "音声読み上げソフトの実機による試験は、まだ行っていません。",
] as const;

const wcag = <span className="nowrap">WCAG 2.2</span>;
const levels = <span className="nowrap">レベルAとAA</span>;
const jis = <span className="nowrap">JIS X 8341-3:2016</span>;

/** The accessibility statement: the aim, how it is tested, what is known to be missing, and every criterion. */
export function AccessibilityStatement({ criteria }: { criteria: readonly Criterion[] }) {
  const count = (state: CriterionState) => criteria.filter((criterion) => criterion.state === state).length;
  return (
    <>
      <section className="block" aria-labelledby="h-aim">
        <h2 id="h-aim">目標と範囲</h2>
        <p>
          保証デスクのすべてのページを対象に、{wcag}の{levels}
          の55の達成基準を満たすことを目標にしています。{jis}の適合<span className="nowrap">レベルAA</span>
          の達成基準は、すべてこの中に含まれます（{wcag}で廃止された4.1.1を除きます）。
        </p>
      </section>
      <section className="block" aria-labelledby="h-state">
        <h2 id="h-state">現在の状況</h2>
        <Rows
          items={[
            { label: "適合", value: `${count("met")}項目（全${criteria.length}項目）` },
            { label: "一部適合", value: `${count("partly")}項目` },
            { label: "該当なし", value: `${count("none")}項目` },
            { label: "評価", value: "自己評価（第三者による評価ではありません）" },
          ]}
        />
      </section>
      <section className="block" aria-labelledby="h-known">
        <h2 id="h-known">分かっている問題</h2>
        <ul className="bullets">
          {issues.map((issue) => (
            <li key={issue}>{issue}</li>
          ))}
        </ul>
      </section>
      <section className="block" aria-labelledby="h-test">
        <h2 id="h-test">試験の方法</h2>
        <ul className="bullets">
          <li>
            プログラムを変えるたびに、すべてのページを、誤りの表示などの状態ごとに自動で検査しています（axe-core、幅1280ピクセルと375ピクセル）。
          </li>
          <li>
            同じ時に、幅320ピクセル、文字の間隔、押す所の大きさ、強制カラー、動きを減らす設定も検査しています。
          </li>
          <li>申込から発行までの手続を、キーボードだけで行えることを検査しています。</li>
          <li>自動で確かめられない基準は、画面を見て確かめています。</li>
        </ul>
      </section>
      <section className="block" aria-labelledby="h-contact">
        <h2 id="h-contact">使いにくいところがあるとき</h2>
        <p>
          申込先の支店にお知らせください。連絡先は、
          <TextLink href={paths.top()}>最初のページ</TextLink>
          の「お問い合わせ」にあります。
        </p>
      </section>
      <section className="block" aria-labelledby="h-table">
        <h2 id="h-table">達成基準ごとの結果</h2>
        <p className="secondary">
          「JIS」は{jis}の番号です。「なし」は、その後のWCAG 2.1と2.2で加わった基準です。
        </p>
        <div className="space-small">
          <Table
            id="criterion"
            label="達成基準ごとの結果"
            columns={columns}
            rows={criteria}
            rowKey={({ id }) => id.replaceAll(".", "-")}
          />
        </div>
      </section>
    </>
  );
}
