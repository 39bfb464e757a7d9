import { dayNumber } from "@/lib/statistics/charts/dots/dots-model";
import { placeInYear } from "@/lib/statistics/charts/model/leap-year";
import type { ChartPlot, ChartRows, PlotOf } from "@/lib/statistics/charts/registry";
import type { IncidentDot } from "@/lib/statistics/totals/measured";
import { firstDayOf, precisionOf } from "@/lib/values/dates/day";
import type { Annotation } from "./publisher-text";

/** A plot with an annotation, and what the incident is called. */
interface Marked {
  plot: ChartPlot;
  name: string;
}

/** The incidents of a chart: those in its rows, or those that were asked for beside them. */
export function incidentsIn(
  rows: ChartRows,
  others: readonly IncidentDot[],
): readonly IncidentDot[] {
  return "dots" in rows ? rows.dots : others;
}

/**
 * A plot with a publisher's text at the place of an incident: at its dot, behind its bar, over its column or on the line
 * of its year. Null where the incident has no such place in it.
 * @param incidents of the chart, as `incidentsIn` has them
 */
export function marked(
  plot: ChartPlot,
  annotation: Annotation,
  rows: ChartRows,
  incidents: readonly IncidentDot[],
): Marked | null {
  const incident = incidents.find(({ slug }) => slug === annotation.incident);
  switch (plot.kind) {
    case "bars":
      return rows.chart === "largest" ? markedBar(plot, annotation) : null;
    case "dots":
      return rows.chart === "timeline" ? markedDot(plot, annotation, incident) : null;
    case "columns":
      return incident === undefined ? null : markedColumn(plot, annotation, incident);
    case "cumulative":
      return incident === undefined ? null : markedDay(plot, annotation, incident);
    case "heat":
      return null;
  }
}

function markedBar(plot: PlotOf<"bars">, { incident, text }: Annotation): Marked | null {
  const marked = plot.bars.find((bar) => bar.key === incident);
  if (marked === undefined) return null;
  const bars = plot.bars.map((bar) =>
    bar.key === incident ? { ...bar, aside: `${bar.aside} – ${text}` } : bar,
  );
  return { plot: { ...plot, bars }, name: marked.label };
}

function markedDot(
  plot: PlotOf<"dots">,
  { incident, text }: Annotation,
  dot: IncidentDot | undefined,
): Marked | null {
  const named = plot.named.find(({ slug }) => slug === incident);
  const others = plot.named.filter((each) => each !== named);
  if (named !== undefined)
    return {
      plot: { ...plot, named: [{ ...named, label: text }, ...others] },
      name: named.label,
    };
  if (dot === undefined || dot.amount === null || dot.amount <= 0) return null;
  const series = plot.series.find(({ key }) => key === dot.category);
  if (series === undefined) return null;
  const own = {
    slug: incident,
    label: text,
    occurredOn: dot.occurredOn,
    at: dayNumber(dot.occurredOn) - dayNumber(plot.from),
    amount: dot.amount,
    colour: series.colour,
    range: null,
    href: null,
  };
  return { plot: { ...plot, named: [own, ...others] }, name: dot.name };
}

/** Over the column of the period that its date is in; none where that is known too little of. */
function markedColumn(
  plot: PlotOf<"columns">,
  { text }: Annotation,
  { name, occurredOn }: IncidentDot,
): Marked | null {
  const month = Number(occurredOn.slice(5, 7));
  const year = occurredOn.slice(0, 4);
  const periods = [
    year,
    ...(month > 0 ? [occurredOn.slice(0, 7), `${year}-Q${Math.ceil(month / 3)}`] : []),
  ];
  const column = plot.columns.find(({ period }) => periods.includes(period));
  if (column === undefined || column.state === "blank") return null;
  const annotations = [...(plot.annotations ?? []), { period: column.period, text }];
  return { plot: { ...plot, annotations }, name };
}

/** On the line of its year, at its day; none where that is not known. */
function markedDay(
  plot: PlotOf<"cumulative">,
  { text }: Annotation,
  { name, occurredOn }: IncidentDot,
): Marked | null {
  const line = plot.series.find(({ key }) => key === occurredOn.slice(0, 4));
  if (line === undefined || precisionOf(occurredOn) !== "day") return null;
  const place = placeInYear(firstDayOf(occurredOn));
  const annotations = [...(plot.annotations ?? []), { year: line.key, place, text }];
  return { plot: { ...plot, annotations }, name };
}
