/** The outlined 見本 across a sheet, behind the text, in print too. */
export function SampleMark() {
  return (
    <svg className="mark" viewBox="0 0 210 297" aria-hidden="true">
      <text
        x="105"
        y="168"
        textAnchor="middle"
        transform="rotate(-32 105 150)"
        fontFamily="sans-serif"
        fontWeight="700"
        fontSize="72"
        letterSpacing="14"
        fill="none"
        stroke="#000"
        strokeOpacity=".13"
        strokeWidth=".5"
      >
        見本
      </text>
    </svg>
  );
}

const places = [
  { x: 42, y: 26 },
  { x: 42, y: 49 },
  { x: 17, y: 26 },
  { x: 17, y: 49 },
] as const;

/** The guarantor's seal of four characters, read downwards from the right. */
export function Seal({ characters }: { characters: string }) {
  const signs = Array.from(characters);
  return (
    <svg width="58" height="58" viewBox="0 0 58 58" aria-hidden="true">
      <rect x="2" y="2" width="54" height="54" rx="3" fill="none" stroke="#c00" strokeWidth="3" />
      <g fill="#c00" fontFamily="serif" fontWeight="700" fontSize="21" textAnchor="middle">
        {places.map(({ x, y }, index) => (
          <text key={`${x}-${y}`} x={x} y={y}>
            {signs[index]}
          </text>
        ))}
      </g>
    </svg>
  );
}
