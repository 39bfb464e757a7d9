import { layoutBars } from "@/lib/statistics/charts/bars/bars-layout";
import { layoutColumns } from "@/lib/statistics/charts/columns/columns-layout";
import { layoutDots } from "@/lib/statistics/charts/dots/dots-layout";
import { layoutHeat } from "@/lib/statistics/charts/heat/heat-layout";
import { type ChartSize, hundredth } from "@/lib/statistics/charts/layout/geometry";
import type { ChartPlot } from "@/lib/statistics/charts/model/chart-model";

interface Target {
  key: string;
  x: number;
  y: number;
  width: number;
  height: number;
  href: string | null;
  text: string;
}

const LEAST_HEIGHT = 6;

function targetsOf(plot: ChartPlot, size: ChartSize): { height: number; targets: Target[] } {
  if (plot.kind === "columns") {
    const drawing = layoutColumns(plot, size);
    return { height: drawing.height, targets: drawing.marks };
  }
  if (plot.kind === "bars") {
    const drawing = layoutBars(plot, size);
    const bars = drawing.marks.map((mark) => {
      const height = Math.max(drawing.rowHeight / 2, mark.height);
      return { ...mark, y: mark.y + (mark.height - height) / 2, height };
    });
    return { height: drawing.height, targets: bars };
  }
  if (plot.kind === "dots") {
    const drawing = layoutDots(plot, size);
    const reach = size.target / 3;
    const targets = drawing.named.map((dot) => ({
      ...dot,
      key: dot.slug,
      x: dot.x - reach,
      y: dot.y - reach,
      width: reach * 2,
      height: reach * 2,
    }));
    return { height: drawing.height, targets };
  }
  if (plot.kind === "heat") {
    const drawing = layoutHeat(plot, size);
    return { height: drawing.height, targets: drawing.cells };
  }
  return { height: 0, targets: [] };
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
