import { SectionHead } from "#components/layout/page.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { Chip } from "#components/ui/chip.tsx";
import { type Column, Table } from "#components/ui/table.tsx";
import { Money, Unbroken } from "#components/ui/text.tsx";

export type MasterRule = {
  key: string;
  obligeeName: string;
  obligeeTitle: string;
  version: number;
  state: "coming" | "current" | "past";
  effectiveFrom: string;
  acceptsElectronic: boolean;
  conditions: readonly string[];
  advanceCapPercent: number;
  performanceMinPercent: number;
  interimCapPercent: number;
  advancesCapPercent: number;
  demoPercentages: boolean;
  source: string;
};

export type MasterBranch = {
  id: string;
  name: string;
  tel: string;
  fax: string;
  hours: string;
  approvalLimitYen: bigint;
};

const states = {
  coming: { tone: "go", word: "適用前" },
  current: { tone: "ok", word: "適用中" },
  past: { tone: "plain", word: "適用終了" },
} as const;

const ruleColumns: Column<MasterRule>[] = [
  {
    label: "発注者",
    header: true,
    cell: ({ obligeeTitle, obligeeName }) => (
      <>
        <b className="nowrap">{obligeeTitle}</b>
        <span className="second-line">{obligeeName}</span>
      </>
    ),
  },
  {
    label: "条件の版",
    cell: ({ version, state, effectiveFrom }) => (
      <>
        第{version}版　<Chip tone={states[state].tone}>{states[state].word}</Chip>
        <span className="second-line nowrap">{effectiveFrom}から</span>
      </>
    ),
  },
  {
    label: "電子保証の条件",
    cell: ({ acceptsElectronic, conditions }) => (
      <ul>
        {acceptsElectronic && <li>電子保証を利用できます</li>}
        {conditions.map((line) => (
          <li key={line}>
            <Unbroken>{line}</Unbroken>
          </li>
        ))}
      </ul>
    ),
  },
  {
    label: "割合",
    cell: (rule) => (
      <>
        <ul>
          <li>
            前払金保証 <span className="nowrap">{rule.advanceCapPercent}.0%以下</span>
          </li>
          <li>
            契約保証 <span className="nowrap">{rule.performanceMinPercent}.0%以上</span>
          </li>
          <li>
            中間前払金保証 <span className="nowrap">{rule.interimCapPercent}.0%以下</span>
          </li>
          <li>前払金と中間前払金の合計 {rule.advancesCapPercent}.0%以下</li>
        </ul>
        {rule.demoPercentages && <span className="second-line">デモ用の条件</span>}
      </>
    ),
  },
  { label: "出典", cell: ({ source }) => <Unbroken>{source}</Unbroken> },
];

const branchColumns: Column<MasterBranch>[] = [
  { label: "支店", header: true, cell: ({ name }) => <b>{name}</b> },
  { label: "電話", num: true, cell: ({ tel }) => tel },
  { label: "FAX", num: true, cell: ({ fax }) => fax },
  { label: "受付時間", cell: ({ hours }) => hours },
  {
    label: "承認の限度額",
    money: true,
    cell: ({ approvalLimitYen }) => <Money yen={approvalLimitYen} />,
  },
];

/** The masters, read-only: obligees with every version of their rule, then the branches. */
export function Masters({
  rules,
  branches,
}: {
  rules: readonly MasterRule[];
  branches: readonly MasterBranch[];
}) {
  return (
    <>
      <Banner className="block" title="この画面では、登録されている内容を確認できます。">
        <p>登録や変更をする画面は、まだありません。</p>
      </Banner>
      <section className="block" aria-labelledby="h-obligees">
        <SectionHead id="h-obligees" title="発注者と条件" />
        <Table id="rule" label="発注者と条件" columns={ruleColumns} rows={rules} rowKey={({ key }) => key} />
      </section>
      <section className="block" aria-labelledby="h-branches">
        <SectionHead id="h-branches" title="支店" />
        <Table id="branch" label="支店" columns={branchColumns} rows={branches} rowKey={({ id }) => id} />
      </section>
    </>
  );
}
