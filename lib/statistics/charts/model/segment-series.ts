import type { ChartWords } from "@/lib/statistics/charts/language/chart-words";
import { ENGLISH } from "@/lib/statistics/charts/language/en";
import { categoryIn } from "@/lib/statistics/charts/language/terms-in-language";
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

/** The largest of the whole record, which have a colour of their own on every chart. */
export const OWN_COLOURS = 10;

/** More colours than this nobody tells apart. */
const MOST_SERIES = 6;

/** What the segment of incidents that have none of a dimension is called. */
export function nobodyLabel(by: Dimension, { label }: ChartWords = ENGLISH): string {
  if (by === "chain") return label.noChain;
  return by === "actor" ? label.notAttributed : label.notKnown;
}

/** Whether a segment says only that nobody knows: it has no value, or one of a taxonomy's that says so. */
export function isNobody(by: Dimension, key: string | null): boolean {
  return key === null || key === NOBODY || (key === "unknown" && by !== "actor");
}

/**
 * The colours of values: each of the ten largest of the record has its own, in whichever chart; others take what these
 * leave, so that no two of a chart are alike.
 * @param order the values of the whole record, the largest first
 */
function ownColours(shown: readonly string[], order: readonly string[]): Map<string, ChartColour> {
  const own = order.slice(0, OWN_COLOURS);
  const colours = new Map<string, ChartColour>();
  for (const key of shown) {
    const place = own.indexOf(key);
    if (place >= 0) colours.set(key, `--part-${place + 1}`);
  }
  const taken = new Set(colours.values());
  // From the end: what is large and has the first colours is on most charts.
  const free = Array.from({ length: OWN_COLOURS }, (_, place): ChartColour => {
    return `--part-${OWN_COLOURS - place}`;
  }).filter((colour) => !taken.has(colour));
  for (const key of shown) if (!colours.has(key)) colours.set(key, free.shift() ?? "--part-other");
  return colours;
}

/**
 * What a chart's columns are stacked by: categories in their own order and colours; of another dimension the
 * largest segments by rank (each in its own colour), then the others together, what several have undivided, and what nobody knows last.
 */
export function segmentSeries(
  by: Dimension,
  parts: readonly SegmentTotal[],
  names: Readonly<Record<string, string>>,
  order?: readonly string[],
  words: ChartWords = ENGLISH,
): SegmentSeries[] {
  if (by === "category") {
    return CATEGORIES.filter((term) => parts.some((segment) => segment.key === term.value)).map(
      (term) => ({
        key: term.value,
        label: categoryIn(words, term.value),
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
  const keys = shown.map((segment) => String(segment.key));
  const colours = ownColours(keys, order ?? keys);
  const series: SegmentSeries[] = shown.map((segment) => ({
    key: String(segment.key),
    label: names[String(segment.key)] ?? String(segment.key),
    colour: colours.get(String(segment.key)) ?? "--part-other",
    keys: [segment.key],
  }));
  if (rest.length > 0) {
    series.push({
      key: OTHERS,
      label: words.label.others(rest.length),
      colour: "--part-other",
      keys: rest.map((segment) => segment.key),
    });
  }
  if (several.length > 0) {
    series.push({
      key: SEVERAL,
      label: names[SEVERAL] ?? SEVERAL,
      colour: "--part-several",
      keys: [SEVERAL],
    });
  }
  if (nobody.length > 0) {
    series.push({
      key: nobody[0]?.key ?? NOBODY,
      label: nobodyLabel(by, words),
      colour: "--part-nobody",
      keys: nobody.map((segment) => segment.key),
    });
  }
  return series;
}
