import type { Dimension } from "@/lib/statistics/rules/parameters";
import { SEVERAL } from "@/lib/statistics/rules/several";
import type { SegmentTotal } from "@/lib/statistics/totals/measured";
import { NOBODY, OTHERS } from "@/lib/statistics/totals/own-parts";
import { CATEGORIES } from "@/lib/values/taxonomy/taxonomy";
import type { ChartColour, Series } from "./chart-model";

/** A series and the keys of the rows that it holds; null is the key of incidents that have none. */
export interface SegmentSeries extends Series {
  keys: (string | null)[];
}

/** More colours than this nobody tells apart. */
const MOST_SERIES = 6;

const NOBODY_LABELS: Record<Dimension, string> = {
  category: "Not known",
  technique: "Not known",
  target: "Not known",
  chain: "No chain named",
  actor: "Not attributed",
};

/** What the segment of incidents that have none of a dimension is called. */
export function nobodyLabel(by: Dimension): string {
  return NOBODY_LABELS[by];
}

/** Whether a segment says only that nobody knows: it has no value, or one of a taxonomy's that says so. */
export function isNobody(by: Dimension, key: string | null): boolean {
  return key === null || key === NOBODY || (key === "unknown" && by !== "actor");
}

/**
 * What a chart's columns are stacked by: categories in their own order and colours; of another dimension the
 * largest segments by rank, then the others together, what several have undivided, and what nobody knows last.
 */
export function segmentSeries(
  by: Dimension,
  parts: readonly SegmentTotal[],
  names: Readonly<Record<string, string>>,
): SegmentSeries[] {
  if (by === "category") {
    return CATEGORIES.filter((term) => parts.some((segment) => segment.key === term.value)).map(
      (term) => ({
        key: term.value,
        label: term.label,
        colour: `--cat-${term.value}`,
        keys: [term.value],
      }),
    );
  }
  const nobody = parts.filter((segment) => isNobody(by, segment.key));
  const several = parts.filter((segment) => segment.key === SEVERAL);
  const named = parts
    .filter((segment) => !isNobody(by, segment.key) && segment.key !== SEVERAL)
    .toSorted(
      (one, other) =>
        other.amount - one.amount ||
        other.incidents - one.incidents ||
        String(one.key).localeCompare(String(other.key), "en"),
    );
  const room = MOST_SERIES - (nobody.length > 0 ? 1 : 0) - several.length;
  const shown = named.length > room ? named.slice(0, room - 1) : named;
  const rest = named.slice(shown.length);
  const series: SegmentSeries[] = shown.map((segment, rank) => ({
    key: String(segment.key),
    label: names[String(segment.key)] ?? String(segment.key),
    colour: `--part-${rank + 1}` as ChartColour,
    keys: [segment.key],
  }));
  if (rest.length > 0) {
    series.push({
      key: OTHERS,
      label: `${rest.length} others`,
      colour: "--part-other",
      keys: rest.map((segment) => segment.key),
    });
  }
  if (several.length > 0) {
    series.push({
      key: SEVERAL,
      label: names[SEVERAL] ?? SEVERAL,
      colour: `--part-${shown.length + 1}` as ChartColour,
      keys: [SEVERAL],
    });
  }
  if (nobody.length > 0) {
    series.push({
      key: nobody[0]?.key ?? NOBODY,
      label: nobodyLabel(by),
      colour: "--part-nobody",
      keys: nobody.map((segment) => segment.key),
    });
  }
  return series;
}
