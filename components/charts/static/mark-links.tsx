import { targetsOf } from "@/components/charts/drawings";
import type { MarkTarget } from "@/components/charts/static/plot-drawing";
import { type ChartSize, hundredth } from "@/lib/statistics/charts/layout/geometry";
import type { ChartPlot } from "@/lib/statistics/charts/registry";

const LEAST_HEIGHT = 6;

/** To a tenth of a pixel: it is seen only while pointed at, and a page holds a hundred. */
const tenth = (length: number) => Math.round(length * 10) / 10;

function outlineOf({ x, y, width, height }: MarkTarget): string {
  const top = tenth(y - Math.max(0, LEAST_HEIGHT - height) / 2);
  const across = tenth(width);
  return `M${tenth(x)} ${top}h${across}v${tenth(Math.max(LEAST_HEIGHT, height))}h${-across}z`;
}

/**
 * What a pointer finds over a drawing: each mark leads to its incidents. A drawing is one image to a
 * screen reader, in which links would be lost; the table beside it holds the same ones for the keyboard.
 */
export function MarkLinks({ plot, size }: { plot: ChartPlot; size: ChartSize }) {
  const { height, targets } = targetsOf(plot, size);
  const links = targets.filter((target) => target.href !== null);
  if (links.length === 0) return null;
  return (
    <svg
      viewBox={`0 0 ${size.width} ${hundredth(height)}`}
      aria-hidden="true"
      fill="var(--ink)"
      className="absolute inset-0 h-full w-full print:hidden [&_path]:opacity-0 [&_path:hover]:opacity-15"
    >
      {links.map((target) => (
        <a key={target.key} href={target.href ?? undefined} tabIndex={-1}>
          <title>{target.text}</title>
          <path d={outlineOf(target)} />
        </a>
      ))}
    </svg>
  );
}
