import { dayNumber } from "@/lib/statistics/charts/dots/dots-model";
import type { ChartPlot, ChartRows } from "@/lib/statistics/charts/registry";

/** A plot with an annotation, and what the incident is called. */
interface Marked {
  plot: ChartPlot;
  name: string;
}

/**
 * A plot with a publisher's words at the place of an incident: at its dot, or behind its bar. Null where the incident has
 * no place of its own in it.
 */
export function marked(
  plot: ChartPlot,
  { incident, text }: { incident: string; text: string },
  rows: ChartRows,
): Marked | null {
  if (plot.kind === "bars" && rows.chart === "largest") {
    const marked = plot.bars.find((bar) => bar.key === incident);
    if (marked === undefined) return null;
    const bars = plot.bars.map((bar) =>
      bar.key === incident ? { ...bar, aside: `${bar.aside} – ${text}` } : bar,
    );
    return { plot: { ...plot, bars }, name: marked.label };
  }
  if (plot.kind !== "dots" || rows.chart !== "timeline") return null;
  const named = plot.named.find((dot) => dot.slug === incident);
  const others = plot.named.filter((dot) => dot !== named);
  if (named !== undefined)
    return {
      plot: { ...plot, named: [{ ...named, label: text }, ...others] },
      name: named.label,
    };
  const dot = rows.dots.find(({ slug }) => slug === incident);
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
