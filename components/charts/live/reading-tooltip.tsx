import type { ReactNode } from "react";
import { Tooltip } from "recharts";

/** In nominal pixels. */
export interface Point {
  x: number;
  y: number;
}

interface ReadingTooltipProps {
  portal: HTMLElement;
  cursor: { fill: string; fillOpacity: number } | { stroke: string };
  /** The reading at an index of the chart's rows (null while nothing is pointed at) and a nominal point. */
  children: (index: number | null, at: Point) => ReactNode;
}

// Recharts would show it only where it has a value; the reading decides itself, and is elsewhere.
const WRAPPER = { visibility: "visible" } as const;

/** Recharts' tooltip, reduced to telling which row is pointed at or reached with the keys. */
export function readingTooltip({ portal, cursor, children }: ReadingTooltipProps) {
  return (
    <Tooltip
      portal={portal}
      cursor={cursor}
      isAnimationActive={false}
      wrapperStyle={WRAPPER}
      content={({ active, activeIndex, coordinate }) =>
        children(active && activeIndex != null ? Number(activeIndex) : null, {
          x: coordinate?.x ?? 0,
          y: coordinate?.y ?? 0,
        })
      }
    />
  );
}
