import type { RankedBar } from "@/lib/statistics/charts/bars/bars-plot";
import type { ChartWords } from "@/lib/statistics/charts/language/chart-words";
import { ENGLISH } from "@/lib/statistics/charts/language/en";
import type { ChartHrefs } from "@/lib/statistics/charts/model/chart-hrefs";
import type { DataColumn } from "@/lib/statistics/charts/model/chart-model";
import {
  columnName,
  dayColumn,
  textColumn,
  wholeColumn,
} from "@/lib/statistics/charts/model/chart-numbers";
import { isNobody, nobodyLabel } from "@/lib/statistics/charts/model/segment-series";
import { restBar } from "@/lib/statistics/charts/text/bar-text";
import { dimensionNoun, type Span } from "@/lib/statistics/charts/text/chart-text";
import type { Grouped, OfGroup } from "@/lib/statistics/distributions/distribution";
import type { Dimension } from "@/lib/statistics/rules/parameters";
import { SEVERAL } from "@/lib/statistics/rules/several";
import type { Measured } from "@/lib/statistics/totals/measured";
import { fileKey, NOBODY } from "@/lib/statistics/totals/own-parts";
import { earlierOf, laterOf } from "@/lib/values/dates/day";

/** A group with what it is called and where it leads. */
export interface NamedGroup<Of> {
  key: string;
  /** As a file names it. */
  fileKey: string;
  label: string;
  kind: Extract<RankedBar["kind"], "part" | "nobody">;
  of: Of;
  /** The days counted in it: fewer than all of a year that the span does not hold. */
  days: Span;
  href: string | null;
}

interface GroupsInput<Of> {
  /** Null for years. */
  by: Dimension | null;
  span: Span;
  grouped: Grouped<Of>;
  hrefs: ChartHrefs | undefined;
  /** How many of a group's incidents what is drawn rests on; all of them where it is left out. */
  countedOf?: (of: Of) => number;
}

/**
 * Groups in the order in which they stand: years in time, an unfinished one named with its last day; values of a dimension
 * by how many incidents what is drawn of them rests on, so that those of which most can be said are first, and last what is in several or in none.
 */
export function namedGroups<Of extends Measured>(
  { by, span, grouped, hrefs, countedOf = ({ incidents }) => incidents }: GroupsInput<Of>,
  words: ChartWords = ENGLISH,
): NamedGroup<Of>[] {
  if (by === null)
    return grouped.groups.flatMap((group) =>
      group.key === null ? [] : [ofYear(group.key, group)],
    );
  const placeOf = ({ key }: OfGroup<Of>) => (isNobody(by, key) ? 2 : key === SEVERAL ? 1 : 0);
  return grouped.groups
    .toSorted(
      (one, other) =>
        placeOf(one) - placeOf(other) ||
        countedOf(other) - countedOf(one) ||
        other.incidents - one.incidents ||
        String(one.key).localeCompare(String(other.key), "en"),
    )
    .map((group) => {
      const key = group.key ?? NOBODY;
      const nobody = isNobody(by, group.key);
      return {
        key,
        fileKey: fileKey(by, key),
        label: nobody ? nobodyLabel(by, words) : (grouped.names[key] ?? key),
        kind: nobody ? "nobody" : "part",
        of: group,
        days: span,
        href: hrefs?.of(span, [group.key]) ?? null,
      };
    });

  function ofYear(year: string, of: Of): NamedGroup<Of> {
    const days = {
      from: laterOf(span.from, `${year}-01-01`),
      to: earlierOf(span.to, `${year}-12-31`),
    };
    return {
      key: year,
      fileKey: year,
      label: days.from.endsWith("-01-01")
        ? words.date.yearThrough(days.to)
        : words.date.titleSpan(days),
      kind: "part",
      of,
      days,
      href: hrefs?.of(days, null) ?? null,
    };
  }
}

/** More values of a dimension than this do not fit a picture. */
const MOST_BARS = 12;

/** The groups that are drawn: all years, and so many values of a dimension, of which those in none or several are kept. */
export function shownGroups<Of extends Measured>(
  by: Dimension | null,
  groups: readonly NamedGroup<Of>[],
): { shown: NamedGroup<Of>[]; rest: NamedGroup<Of>[]; last: NamedGroup<Of>[] } {
  if (by === null) return { shown: [...groups], rest: [], last: [] };
  const isLast = ({ key, kind }: NamedGroup<Of>) => kind === "nobody" || key === SEVERAL;
  const [named, last] = [groups.filter((group) => !isLast(group)), groups.filter(isLast)];
  const room = MOST_BARS - last.length;
  const shown = named.length > room ? named.slice(0, room - 1) : named;
  return { shown, rest: named.slice(shown.length), last };
}

/** Groups as bars; those that are not drawn as a row that says how many there are, and of how few incidents. */
export function groupBars<Of extends Measured>(
  by: Dimension | null,
  { last, rest, shown }: ReturnType<typeof shownGroups<Of>>,
  toBar: (group: NamedGroup<Of>) => RankedBar,
  words: ChartWords,
): RankedBar[] {
  const most = Math.max(0, ...rest.map(({ of }) => of.incidents));
  return [
    ...shown.map(toBar),
    // There are too few categories and years for a rest.
    ...(rest.length === 0 || by === null || by === "category"
      ? []
      : [restBar("count", { count: rest.length, most }, by, words)]),
    ...last.map(toBar),
  ];
}

/** What a title says that it is grouped by. */
export function groupingNoun(by: Dimension | null, words: ChartWords = ENGLISH): string {
  return by === null ? words.splitNames.year : dimensionNoun(by, words);
}

/** The heading of the groups in a table. */
export function groupingHeading(by: Dimension | null, words: ChartWords = ENGLISH): string {
  return by === null ? words.statistics.table.year : words.table.dimension[by];
}

/** The columns that say which group a row of a file is: years with the days that are counted of them. */
export function groupColumns(by: Dimension | null): DataColumn[] {
  return by === null
    ? [
        wholeColumn("year", "year", null),
        dayColumn("counted_from", "the first day counted"),
        dayColumn("counted_through", "the last day counted"),
      ]
    : [textColumn(columnName(by), dimensionNoun(by)), textColumn("name", "what it is called")];
}

export function groupCells<Of>(
  by: Dimension | null,
  group: NamedGroup<Of>,
): (string | number | null)[] {
  return by === null
    ? [Number(group.key), group.days.from, group.days.to]
    : [group.fileKey, group.label];
}
