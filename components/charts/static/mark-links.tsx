import { targetsOf } from "@/components/charts/drawings";
import { type ChartSize, hundredth } from "@/lib/statistics/charts/layout/geometry";
import type { ChartPlot } from "@/lib/statistics/charts/registry";

const LEAST_HEIGHT = 6;

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
      className="absolute inset-0 h-full w-full print:hidden [&_rect]:opacity-0 [&_rect:hover]:opacity-15"
    >
      {links.map((target) => (
        <a key={target.key} href={target.href ?? undefined} tabIndex={-1}>
          <rect
            x={hundredth(target.x)}
            y={hundredth(target.y - Math.max(0, LEAST_HEIGHT - target.height) / 2)}
            width={hundredth(target.width)}
            height={hundredth(Math.max(LEAST_HEIGHT, target.height))}
          >
            <title>{target.text}</title>
          </rect>
        </a>
      ))}
    </svg>
  );
}
