import { hundredth, type TextMark, type Tone } from "@/lib/charts/geometry";

function colourOf(tone: Tone): string {
  if (tone === "text") return "var(--chart-text)";
  if (tone === "ink" || tone === "muted" || tone === "paper") return `var(--${tone})`;
  return `var(${tone})`;
}

/** The texts of a drawing; a halo keeps them readable where they cross a line. */
export function TextMarks({ marks, halo = false }: { marks: readonly TextMark[]; halo?: boolean }) {
  return marks.map((mark) => (
    <text
      key={`${mark.text}@${mark.x},${mark.y}`}
      x={hundredth(mark.x)}
      y={hundredth(mark.y)}
      textAnchor={mark.anchor}
      fontSize={hundredth(mark.fontSize)}
      fontWeight={mark.strong ? 600 : undefined}
      fill={colourOf(mark.tone)}
      {...(halo
        ? {
            paintOrder: "stroke",
            stroke: "var(--halo, var(--paper))",
            strokeWidth: 4,
            strokeLinejoin: "round",
          }
        : {})}
    >
      {mark.text}
    </text>
  ));
}
