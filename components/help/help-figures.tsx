import type { ReactNode } from "react";
import { Arrow, TextBox } from "#components/help/figure-shapes.tsx";
import { FIGURE_KEY, type Party, PartyBox, type Size } from "#components/landing/figure-parts.tsx";
import { HowFigure } from "#components/landing/how-figure.tsx";
import { KeyText } from "#components/ui/key-text.tsx";
import type { FigureName } from "#lib/features/help/constants.ts";

type DrawnProps = {
  /** The beginning of the ids of title and description, unique on the page. */
  id: string;
  title: string;
  description: string;
  view: readonly [number, number];
  className: "wide" | "narrow";
  children: ReactNode;
};

function Drawn({ id, title, description, view: [width, height], className, children }: DrawnProps) {
  const ids = [`${id}-${className}-title`, `${id}-${className}-desc`] as const;
  return (
    <svg className={className} viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby={ids.join(" ")}>
      <title id={ids[0]}>{title}</title>
      <desc id={ids[1]}>{description}</desc>
      {children}
    </svg>
  );
}

const order = {
  id: "order",
  title: "保証を申し込む時期の図",
  description:
    "落札、契約保証の申込、請負契約の締結、前払金保証の申込、前払金の請求の順に進みます。契約保証と前払金保証の申込は、保証デスクで行います。",
};

const orderSteps: readonly { lines: readonly string[]; ours?: boolean }[] = [
  { lines: ["落札"] },
  { lines: ["契約保証を", "申し込む"], ours: true },
  { lines: ["請負契約を", "結ぶ"] },
  { lines: ["前払金保証を", "申し込む"], ours: true },
  { lines: ["前払金を", "請求する"] },
];

const bold = (lines: readonly string[]) => [lines.join("")];

function OrderFigure() {
  return (
    <>
      <Drawn {...order} view={[752, 92]} className="wide">
        {orderSteps.map(({ lines, ours = false }, index) => {
          const x = 1 + index * 156;
          return (
            <g key={lines[0]}>
              <rect
                x={x}
                y={1}
                width={126}
                height={90}
                rx={10}
                fill={ours ? "#dcf0ff" : "#fff"}
                stroke={FIGURE_KEY}
                strokeWidth={1.5}
              />
              {lines.map((line, at) => (
                <text
                  key={line}
                  x={x + 63}
                  y={52 - (lines.length - 1) * 11 + at * 22}
                  textAnchor="middle"
                  fontSize={15}
                  fontWeight={700}
                  fill="#1a1a1a"
                >
                  {line}
                </text>
              ))}
              {index > 0 && <Arrow from={[x - 28, 46]} to={[x - 3, 46]} />}
            </g>
          );
        })}
      </Drawn>
      <Drawn {...order} view={[343, 332]} className="narrow">
        {orderSteps.map(({ lines, ours = false }, index) => (
          <g key={lines[0]}>
            <TextBox
              x={1}
              y={1 + index * 71}
              width={341}
              height={46}
              lines={bold(lines)}
              ours={ours}
              size={16}
            />
            {index > 0 && <Arrow from={[171, index * 71 - 23]} to={[171, index * 71 - 1]} />}
          </g>
        ))}
      </Drawn>
    </>
  );
}

const start = {
  id: "start",
  title: "小田原市で電子保証を使える工事の図",
  description:
    "公告日または指名日が令和8年3月31日までの工事は証書（紙）、令和8年4月1日からの工事は電子保証または証書（紙）を選べます。",
};

/** The time line with the day from which the rule applies. */
function StartFigure() {
  return (
    <>
      <Drawn {...start} view={[752, 168]} className="wide">
        <TextBox x={1} y={60} width={330} height={74} lines={["証書（紙）", "3月31日までに公告・指名"]} />
        <TextBox
          x={381}
          y={60}
          width={330}
          height={74}
          lines={["電子保証 または 証書（紙）", "4月1日以降に公告・指名"]}
          ours
        />
        <path d="M356 42V152" stroke={FIGURE_KEY} strokeWidth={2.5} strokeDasharray="6 5" />
        <text x={356} y={28} textAnchor="middle" fontSize={16} fontWeight={700} fill="#1a1a1a">
          令和8年4月1日
        </text>
        <Arrow from={[1, 152]} to={[750, 152]} />
      </Drawn>
      <Drawn {...start} view={[343, 222]} className="narrow">
        <TextBox
          x={24}
          y={1}
          width={318}
          height={74}
          lines={["証書（紙）", "3月31日までに公告・指名"]}
          size={16}
        />
        <path d="M0 110H100M243 110H343" stroke={FIGURE_KEY} strokeWidth={2.5} strokeDasharray="6 5" />
        <text x={172} y={116} textAnchor="middle" fontSize={16} fontWeight={700} fill="#1a1a1a">
          令和8年4月1日
        </text>
        <TextBox
          x={24}
          y={146}
          width={318}
          height={74}
          lines={["電子保証 または 証書（紙）", "4月1日以降に公告・指名"]}
          ours
          size={16}
        />
        <Arrow from={[8, 1]} to={[8, 221]} />
      </Drawn>
    </>
  );
}

const ways = {
  id: "ways",
  title: "発注者への提出方法の図",
  description:
    "受注者は、お知らせのPDFを、電子契約システムにアップロードするか、電子メールに添付して、発注者に提出します。",
};

const contractor: Party = { name: "受注者", note: "建設会社", picture: "helmet", ours: false };
const obligee: Party = { name: "発注者", note: "市町村など", picture: "hall", ours: false };
const wideSize: Size = { width: 168, height: 124, picture: 1.5, name: 17, note: 14 };
const narrowSize: Size = { width: 200, height: 100, picture: 1.25, name: 16, note: 14 };
const system = ["電子契約システム", "アップロード"];
const mail = ["電子メール", "PDFを添付"];

function WaysFigure() {
  return (
    <>
      <Drawn {...ways} view={[752, 196]} className="wide">
        <PartyBox party={contractor} x={1} y={36} size={wideSize} />
        <PartyBox party={obligee} x={583} y={36} size={wideSize} />
        <TextBox x={276} y={1} width={200} height={76} lines={system} />
        <TextBox x={276} y={119} width={200} height={76} lines={mail} />
        <Arrow from={[171, 80]} to={[272, 48]} />
        <Arrow from={[171, 116]} to={[272, 148]} />
        <Arrow from={[478, 48]} to={[580, 80]} />
        <Arrow from={[478, 148]} to={[580, 116]} />
      </Drawn>
      <Drawn {...ways} view={[343, 358]} className="narrow">
        <PartyBox party={contractor} x={71} y={1} size={narrowSize} />
        <TextBox x={1} y={144} width={162} height={70} lines={system} />
        <TextBox x={180} y={144} width={162} height={70} lines={mail} />
        <PartyBox party={obligee} x={71} y={257} size={narrowSize} />
        <Arrow from={[120, 103]} to={[92, 141]} />
        <Arrow from={[223, 103]} to={[251, 141]} />
        <Arrow from={[92, 216]} to={[120, 254]} />
        <Arrow from={[251, 216]} to={[223, 254]} />
      </Drawn>
    </>
  );
}

/** The leaflet's sample key, shown like every key: groups of four, digits underlined. */
function KeyFigure() {
  return (
    <p className="key-box">
      <KeyText value="Z28YUE4J3Bux" />
    </p>
  );
}

const figures: Record<FigureName, () => ReactNode> = {
  flow: HowFigure,
  order: OrderFigure,
  start: StartFigure,
  ways: WaysFigure,
  key: KeyFigure,
};

/** A figure of the help; the text beside it says the same. */
export function HelpFigure({ name }: { name: FigureName }) {
  const Shown = figures[name];
  return name === "flow" ? (
    <div className="help-figure">
      <Shown />
    </div>
  ) : (
    <figure className="help-figure">
      <Shown />
    </figure>
  );
}
