import { shapeOf } from "@/lib/statistics/charts/layout/dot-shapes";
import type { ChartColour, Series } from "@/lib/statistics/charts/model/chart-model";
import type { ChartPlot } from "@/lib/statistics/charts/registry";
import { isOwnPart } from "@/lib/statistics/totals/own-parts";

const MUTED: ChartColour = "--part-muted";
/** Lines are named in their colour, which must be read. */
const MUTED_LINE: ChartColour = "--series-muted";
/** What is grey by itself, and would be lost among what is muted. */
const GREYS: readonly ChartColour[] = ["--part-nobody", "--part-other", "--cat-unknown"];
const DARK: ChartColour = "--bar-whole";

/**
 * A plot of which one part keeps its colour and the rest is muted; of dots, an incident or a kind. Null where it has no such
 * part.
 * @param key as files name parts: `other` and `_other` are the same where no value is called so
 */
export function highlighted(plot: ChartPlot, key: string): ChartPlot | null {
  const keys = keysOf(plot);
  const is = (own: string) =>
    own === key || (isOwnPart(own) && own.slice(1) === key && !keys.includes(key));
  const mute = <Each extends Series>(series: Each): Each => ({
    ...series,
    colour: is(series.key) ? (GREYS.includes(series.colour) ? DARK : series.colour) : MUTED,
  });
  switch (plot.kind) {
    case "columns":
      return plot.series.some((each) => is(each.key))
        ? { ...plot, series: plot.series.map(mute) }
        : null;
    case "cumulative":
      return plot.series.some((each) => is(each.key))
        ? {
            ...plot,
            series: plot.series.map((each) =>
              is(each.key) ? each : { ...each, colour: MUTED_LINE },
            ),
          }
        : null;
    case "bars":
      return plot.bars.some((bar) => is(bar.key) && bar.kind !== "rest")
        ? { ...plot, bars: plot.bars.map((bar) => ({ ...bar, isMuted: !is(bar.key) })) }
        : null;
    case "heat":
      return plot.rows.some((row) => is(row.key) && row.kind !== "rest")
        ? { ...plot, rows: plot.rows.map((row) => ({ ...row, isMuted: !is(row.key) })) }
        : null;
    case "dots": {
      const isKind = plot.series.some((each) => is(each.key));
      const incident = plot.named.find((dot) => dot.slug === key);
      if (!isKind && incident === undefined) return null;
      // What is muted keeps the shape of its category.
      const series = plot.series.map((each) => ({
        ...(isKind ? mute(each) : { ...each, colour: MUTED }),
        shape: shapeOf(each),
      }));
      const kinds = new Map(
        plot.series.map(({ colour }, place) => [colour, series[place]?.colour]),
      );
      const colourOf = (dot: (typeof plot.named)[number]) =>
        isKind ? (kinds.get(dot.colour) ?? MUTED) : dot === incident ? dot.colour : MUTED;
      return {
        ...plot,
        series,
        named: plot.named.map((dot) => ({ ...dot, colour: colourOf(dot), shape: shapeOf(dot) })),
      };
    }
  }
}

function keysOf(plot: ChartPlot): string[] {
  const parts = plot.kind === "bars" ? plot.bars : plot.kind === "heat" ? plot.rows : plot.series;
  return parts.map(({ key }) => key);
}

/** The parts of a plot that can be highlighted, as a form offers them. */
export function highlightable(plot: ChartPlot): { value: string; label: string }[] {
  const named = (parts: readonly { key: string; label: string; kind?: string }[]) =>
    parts.filter(({ kind }) => kind !== "rest").map(({ key, label }) => ({ value: key, label }));
  switch (plot.kind) {
    case "columns":
    case "cumulative":
      return named(plot.series);
    case "bars":
      return named(plot.bars);
    case "heat":
      return named(plot.rows);
    case "dots":
      return [
        ...named(plot.series),
        ...plot.named.map(({ slug, label }) => ({ value: slug, label })),
      ];
  }
}
