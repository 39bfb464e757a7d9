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

/** What the parts of a series look like, pale and dashed where their period is not over. */
export function lookOf({ colour, unfinished }: Pick<ColumnMark, "colour" | "unfinished">) {
  const fill = `var(${colour})`;
  return { fill, ...(unfinished ? { ...UNFINISHED, stroke: fill } : {}) };
}

/** One part of a column, which looks like what it stands in. */
export function ColumnPart({ mark, y, height }: ColumnProps) {
  return (
    <rect
      x={hundredth(mark.x)}
      y={hundredth(y + mark.gap)}
      width={hundredth(mark.width)}
      height={hundredth(height - mark.gap)}
      data-mark={mark.key}
    />
  );
}

export function Column(props: ColumnProps) {
  return (
    <g {...lookOf(props.mark)}>
      <ColumnPart {...props} />
    </g>
  );
}
