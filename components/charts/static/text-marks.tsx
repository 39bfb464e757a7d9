import { hundredth, type TextMark, type Tone } from "@/lib/statistics/charts/layout/geometry";
import { directionOf } from "@/lib/statistics/charts/layout/text-direction";

function colourOf(tone: Tone): string {
  if (tone === "text") return "var(--chart-text)";
  if (tone === "ink" || tone === "muted" || tone === "paper") return `var(--${tone})`;
  return `var(${tone})`;
}

/** Texts that look alike are in one group, which says how; pages hold hundreds of them. */
function byLook(marks: readonly TextMark[]): TextMark[][] {
  const looks = new Map<string, TextMark[]>();
  for (const mark of marks) {
    const look = [
      mark.tone,
      mark.fontSize,
      mark.anchor,
      mark.strong,
      directionOf(mark.text),
    ].join();
    const alike = looks.get(look);
    if (alike === undefined) looks.set(look, [mark]);
    else alike.push(mark);
  }
  return [...looks.values()];
}

/** A line that is read from the right begins at its right end, and stands where it would otherwise. */
const FROM_THE_RIGHT = { start: "end", middle: "middle", end: "start" } as const;

const HALO = {
  paintOrder: "stroke",
  stroke: "var(--paper)",
  strokeWidth: 4,
  strokeLinejoin: "round",
} as const;

/** The texts of a drawing; a halo keeps them readable where they cross a line. */
export function TextMarks({ marks, halo = false }: { marks: readonly TextMark[]; halo?: boolean }) {
  return byLook(marks).map((alike) => {
    const [first] = alike;
    if (first === undefined) return null;
    const isFromRight = directionOf(first.text) === "rtl";
    return (
      <g
        key={`${first.text}@${first.x},${first.y}`}
        fill={colourOf(first.tone)}
        fontSize={hundredth(first.fontSize)}
        fontWeight={first.strong ? 600 : undefined}
        textAnchor={isFromRight ? FROM_THE_RIGHT[first.anchor] : first.anchor}
        {...(isFromRight ? { direction: "rtl" } : {})}
        {...(halo ? HALO : {})}
      >
        {alike.map((mark) => (
          <text
            key={`${mark.text}@${mark.x},${mark.y}`}
            x={hundredth(mark.x)}
            y={hundredth(mark.y)}
          >
            {mark.text}
          </text>
        ))}
      </g>
    );
  });
}
