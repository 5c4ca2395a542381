import { type Flow, FlowArrow, type Party, PartyBox, type Size } from "#components/landing/figure-parts.tsx";

const title = "電子保証の仕組みの図";
const description =
  "受注者が保証会社に保証を申し込みます。保証会社は保証証書を保証確認サービスに掲載し、認証キーを受注者に知らせます。受注者は保証契約番号と認証キーを発注者に提出します。発注者は保証確認サービスで照会し、保証証書を確認します。";

const company: Party = { name: "保証会社", note: "支店が審査・発行", picture: "office", ours: true };
const service: Party = {
  name: "保証確認サービス",
  note: "保証証書を掲載",
  picture: "certificate",
  ours: true,
};
const contractor: Party = { name: "受注者", note: "建設会社", picture: "helmet", ours: false };
const obligee: Party = { name: "発注者", note: "市町村など", picture: "hall", ours: false };

type FigureProps = {
  className: "wide" | "narrow";
  view: readonly [number, number];
  size: Size;
  flows: readonly Flow[];
};

/**
 * The four parties in the corners and the five arrows between them, also described in sentences for those who cannot
 * see it.
 */
function Figure({ className, view: [width, height], size, flows }: FigureProps) {
  const right = width - size.width - 1;
  const bottom = height - size.height - 1;
  return (
    <svg
      className={className}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-labelledby={`${className}-title ${className}-desc`}
    >
      <title id={`${className}-title`}>{title}</title>
      <desc id={`${className}-desc`}>{description}</desc>
      <PartyBox party={company} x={1} y={1} size={size} />
      <PartyBox party={service} x={right} y={1} size={size} />
      <PartyBox party={contractor} x={1} y={bottom} size={size} />
      <PartyBox party={obligee} x={right} y={bottom} size={size} />
      {flows.map((flow) => (
        <FlowArrow key={flow.number} {...flow} />
      ))}
    </svg>
  );
}

const wideFlows: Flow[] = [
  {
    number: 1,
    from: [48, 320],
    to: [48, 132],
    label: { lines: ["保証申込"], x: 72, y: 231, anchor: "start" },
  },
  {
    number: 2,
    from: [208, 63],
    to: [432, 63],
    label: { lines: ["保証証書を掲載"], x: 320, y: 38, anchor: "middle" },
  },
  {
    number: 3,
    from: [158, 132],
    to: [158, 320],
    label: { lines: ["認証キーの", "お知らせ"], x: 182, y: 221, anchor: "start" },
  },
  {
    number: 4,
    from: [208, 389],
    to: [432, 389],
    label: { lines: ["保証契約番号と", "認証キーを提出"], x: 320, y: 343, anchor: "middle" },
  },
  {
    number: 5,
    from: [539, 320],
    to: [539, 132],
    label: { lines: ["照会して", "保証証書を確認"], x: 515, y: 221, anchor: "end" },
  },
];

const narrowFlows: Flow[] = [
  { number: 1, from: [36, 225], to: [36, 105] },
  { number: 2, from: [140, 51], to: [203, 51] },
  { number: 3, from: [102, 105], to: [102, 225] },
  { number: 4, from: [140, 279], to: [203, 279] },
  { number: 5, from: [274, 225], to: [274, 105] },
];

/** How 電子保証 works, drawn twice: with labels, and with numbers only where the list below has the words. */
export function HowFigure() {
  return (
    <figure>
      <Figure
        className="wide"
        view={[640, 452]}
        size={{ width: 200, height: 124, picture: 1.5, name: 17, note: 14 }}
        flows={wideFlows}
      />
      <Figure
        className="narrow"
        view={[343, 330]}
        size={{ width: 136, height: 100, picture: 1.25, name: 15, note: 12 }}
        flows={narrowFlows}
      />
    </figure>
  );
}
