import type { ColumnMark } from "@/lib/statistics/charts/columns/columns-layout";
import { hundredth } from "@/lib/statistics/charts/layout/geometry";

/** How a part is drawn whose period is not over: pale with a dashed outline. Hatching is for what is only suspected. */
export const UNFINISHED = { fillOpacity: 0.4, strokeWidth: 1.5, strokeDasharray: "4 3" };

interface ColumnProps {
  mark: ColumnMark;
  /** Where the part stands; both drawings give their own. */
  y: number;
  height: number;
}

/** One part of a column, pale and dashed where its period is not over. */
export function Column({ mark, y, height }: ColumnProps) {
  const colour = `var(${mark.colour})`;
  return (
    <rect
      x={hundredth(mark.x)}
      y={hundredth(y + mark.gap)}
      width={hundredth(mark.width)}
      height={hundredth(height - mark.gap)}
      fill={colour}
      {...(mark.unfinished ? { ...UNFINISHED, stroke: colour } : {})}
      data-mark={mark.key}
    />
  );
}
