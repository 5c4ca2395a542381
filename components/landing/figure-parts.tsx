import { type PictureName, pictures } from "#components/ui/icon.tsx";

/** The colour of every figure: key-1000. */
export const FIGURE_KEY = "#00428c";
const key = FIGURE_KEY;

export type Party = {
  name: string;
  note: string;
  picture: PictureName;
  /** Tinted boxes are ours, white ones are the parties'. */
  ours: boolean;
};

export type Size = { width: number; height: number; picture: number; name: number; note: number };

type PartyBoxProps = { party: Party; x: number; y: number; size: Size };

/** One party: a rounded box with picture, name and note; x and y are its top left corner. */
export function PartyBox({ party, x, y, size }: PartyBoxProps) {
  const { width, height, picture, name, note } = size;
  const middle = x + width / 2;
  return (
    <>
      <rect
        x={x}
        y={y}
        width={width}
        height={height}
        rx={12}
        fill={party.ours ? "#dcf0ff" : "#fff"}
        stroke={key}
        strokeWidth={1.5}
      />
      <path
        transform={`translate(${middle - 12 * picture} ${y + 8 + 4 * picture}) scale(${picture})`}
        d={pictures[party.picture]}
        fill="none"
        stroke={key}
        strokeWidth={1.9 / picture}
        strokeLinejoin="round"
      />
      <text
        x={middle}
        y={y + height - note - name - 6}
        textAnchor="middle"
        fontSize={name}
        fontWeight={700}
        fill="#1a1a1a"
      >
        {party.name}
      </text>
      <text x={middle} y={y + height - note} textAnchor="middle" fontSize={note} fill="#4d4d4d">
        {party.note}
      </text>
    </>
  );
}

export type Flow = {
  number: number;
  from: readonly [number, number];
  to: readonly [number, number];
  /** The lines of the label and the place of the first; without a label only the disc is drawn. */
  label?: { lines: readonly string[]; x: number; y: number; anchor: "start" | "middle" | "end" };
};

/** A straight arrow with its numbered disc in the middle and its label beside it. */
export function FlowArrow({ number, from, to, label }: Flow) {
  const [x1, y1] = from;
  const [x2, y2] = to;
  const length = Math.hypot(x2 - x1, y2 - y1);
  const [dx, dy] = [(x2 - x1) / length, (y2 - y1) / length];
  const [bx, by] = [x2 - dx * 10, y2 - dy * 10];
  const [cx, cy] = [(x1 + x2) / 2, (y1 + y2) / 2];
  return (
    <>
      <path d={`M${x1} ${y1}L${bx} ${by}`} stroke={key} strokeWidth={2.5} />
      <path d={`M${x2} ${y2}L${bx - dy * 6} ${by + dx * 6}L${bx + dy * 6} ${by - dx * 6}z`} fill={key} />
      <circle cx={cx} cy={cy} r={15} fill={key} stroke="#fff" strokeWidth={3} />
      <text
        x={cx}
        y={cy + 5}
        textAnchor="middle"
        fontSize={14}
        fontWeight={700}
        fill="#fff"
        letterSpacing={0}
      >
        {number}
      </text>
      {label?.lines.map((line, index) => (
        <text
          key={line}
          x={label.x}
          y={label.y + index * 21}
          textAnchor={label.anchor}
          fontSize={15}
          fill="#1a1a1a"
        >
          {line}
        </text>
      ))}
    </>
  );
}
