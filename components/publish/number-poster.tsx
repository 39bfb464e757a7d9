import {
  type PosterOptions,
  type PosterText,
  posterFrame,
} from "@/components/charts/static/poster-frame";
import { type ChartSize, hundredth } from "@/lib/statistics/charts/layout/geometry";
import { wrapText } from "@/lib/statistics/charts/layout/text-wrap";

/** A figure with its name and how it is meant. */
interface PosterNumber {
  label: string;
  value: string;
  detail: string;
}

/** What a picture of an incident or an actor says between its frame's lines. */
export interface NumberPoster extends PosterText {
  figures: readonly PosterNumber[];
  prose: string;
}

/** Widths are known of the sans alone, and fall-back fonts are wider still. */
const SERIF_WIDER = 1.22;
const SERIF = "'Source Serif 4',Georgia,'Times New Roman',serif";
/** Of the prose no more than so many lines are shown. */
const MOST_LINES = { wide: 7, narrow: 12 };

/** Key figures and a few sentences as a whole publishable picture, in the frame of charts. */
export function numberPosterSvg(poster: NumberPoster, options: PosterOptions): string {
  return posterFrame(poster, options, (size) => drawFigures(poster, size));
}

function drawFigures({ figures, prose }: NumberPoster, size: ChartSize) {
  const em = size.fontSize;
  const columns = size.name === "wide" ? Math.max(1, figures.length) : 1;
  const gap = 1.6 * em;
  const width = (size.width - (columns - 1) * gap) / columns;
  let y = 0;
  const marks = [];
  for (let start = 0; start < figures.length; start += columns) {
    const row = figures.slice(start, start + columns);
    const details = row.map(({ detail }) => wrapText(detail, width / 1.08, 0.85 * em));
    marks.push(
      ...row.map(({ label, value }, column) => {
        const x = hundredth(column * (width + gap));
        return (
          <g key={label}>
            <line
              x1={x}
              x2={hundredth(x + width)}
              y1={hundredth(y)}
              y2={hundredth(y)}
              stroke="var(--rule-strong)"
            />
            <text
              x={x}
              y={hundredth(y + 1.5 * em)}
              fontSize={hundredth(0.9 * em)}
              fill="var(--muted)"
            >
              {label}
            </text>
            <text
              x={x}
              y={hundredth(y + 3.6 * em)}
              fontSize={hundredth(2.1 * em)}
              fontFamily={SERIF}
              fontWeight={600}
              fill="var(--ink)"
            >
              {value}
            </text>
            {details[column]?.map((line, place) => (
              <text
                key={line}
                x={x}
                y={hundredth(y + (5 + place * 1.15) * em)}
                fontSize={hundredth(0.85 * em)}
                fill="var(--chart-text)"
              >
                {line}
              </text>
            ))}
          </g>
        );
      }),
    );
    y += (5.2 + 1.15 * Math.max(...details.map((lines) => lines.length))) * em;
  }
  const lines = shortened(
    wrapText(prose, size.width / SERIF_WIDER, 1.2 * em),
    MOST_LINES[size.name],
  );
  marks.push(
    <g key="prose" fontSize={hundredth(1.2 * em)} fontFamily={SERIF} fill="var(--ink)">
      {lines.map((line, place) => (
        <text key={line} x={0} y={hundredth(y + (1.4 + place * 1.65) * em)}>
          {line}
        </text>
      ))}
    </g>,
  );
  return { height: y + (0.6 + lines.length * 1.65) * em, content: marks };
}

function shortened(lines: readonly string[], most: number): readonly string[] {
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), `${(lines[most - 1] ?? "").replace(/\W*$/, "")} …`];
}
