import { FIGURE_KEY } from "#components/landing/figure-parts.tsx";

type Point = readonly [number, number];

/** A straight arrow. */
export function Arrow({ from, to }: { from: Point; to: Point }) {
  const [x1, y1] = from;
  const [x2, y2] = to;
  const length = Math.hypot(x2 - x1, y2 - y1);
  const [dx, dy] = [(x2 - x1) / length, (y2 - y1) / length];
  const [bx, by] = [x2 - dx * 9, y2 - dy * 9];
  return (
    <>
      <path d={`M${x1} ${y1}L${bx} ${by}`} stroke={FIGURE_KEY} strokeWidth={2.5} />
      <path
        d={`M${x2} ${y2}L${bx - dy * 6} ${by + dx * 6}L${bx + dy * 6} ${by - dx * 6}z`}
        fill={FIGURE_KEY}
      />
    </>
  );
}

type BoxProps = {
  x: number;
  y: number;
  width: number;
  height: number;
  /** The words, one per line; the first one is bold. */
  lines: readonly string[];
  /** Tinted: an action in 保証デスク. */
  ours?: boolean;
  size?: number;
};

/** A rounded box with centred words. */
export function TextBox({ x, y, width, height, lines, ours = false, size = 15 }: BoxProps) {
  const top = y + height / 2 - ((lines.length - 1) * size * 1.45) / 2 + size * 0.36;
  return (
    <>
      <rect
        x={x}
        y={y}
        width={width}
        height={height}
        rx={10}
        fill={ours ? "#dcf0ff" : "#fff"}
        stroke={FIGURE_KEY}
        strokeWidth={1.5}
      />
      {lines.map((line, index) => (
        <text
          key={line}
          x={x + width / 2}
          y={top + index * size * 1.45}
          textAnchor="middle"
          fontSize={size}
          fontWeight={index === 0 ? 700 : 400}
          fill={index === 0 ? "#1a1a1a" : "#4d4d4d"}
        >
          {line}
        </text>
      ))}
    </>
  );
}
