import type { ColumnMark } from "@/lib/statistics/charts/columns/columns-layout";
import { hundredth } from "@/lib/statistics/charts/layout/geometry";

interface ColumnProps {
  mark: ColumnMark;
  /** Where the part stands; both drawings give their own. */
  y: number;
  height: number;
  hatch: string;
}

/** One part of a column, hatched where its month is not over. */
export function Column({ mark, y, height, hatch }: ColumnProps) {
  const box = {
    x: hundredth(mark.x),
    y: hundredth(y + mark.gap),
    width: hundredth(mark.width),
    height: hundredth(height - mark.gap),
  };
  const part = <rect {...box} fill={`var(${mark.colour})`} data-mark={mark.key} />;
  if (!mark.unfinished) return part;
  return (
    <g>
      {part}
      <rect {...box} fill={`url(#${hatch})`} />
    </g>
  );
}
