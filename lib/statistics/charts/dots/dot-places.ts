import { layoutDots } from "@/lib/statistics/charts/dots/dots-layout";
import type { Dot, DotPlot } from "@/lib/statistics/charts/dots/dots-plot";
import { NARROW, WIDE } from "@/lib/statistics/charts/layout/chart-sizes";
import type { ChartSize, PlotArea } from "@/lib/statistics/charts/layout/geometry";
import type { AmountAxis } from "@/lib/statistics/charts/model/money-axis";
import type { Day } from "@/lib/values/dates/day";

/** What it takes to find a dot's place in both drawings, and the dots that are named. */
export interface DotPlaces {
  axis: AmountAxis;
  from: Day;
  days: number;
  named: readonly Dot[];
  areas: Readonly<Record<ChartSize["name"], PlotArea>>;
  /** What each category is called. */
  categories: Readonly<Record<string, string>>;
  /** The link of an incident without the incident's own name; null where none leads anywhere. */
  linkBase: string | null;
}

export function dotPlaces(plot: DotPlot): DotPlaces {
  const { axis, from, days, named } = plot;
  const areas = { wide: layoutDots(plot, WIDE).area, narrow: layoutDots(plot, NARROW).area };
  const categories = Object.fromEntries(plot.series.map(({ key, label }) => [key, label]));
  const [first] = named;
  const linkBase = first?.href?.endsWith(first.slug)
    ? first.href.slice(0, -first.slug.length)
    : null;
  return { axis, from, days, named, areas, categories, linkBase };
}
