import type { CumulativePlot, YearLine } from "@/lib/statistics/charts/cumulative/cumulative-plot";

/** A year's line whose days and amounts are one text. */
export type PackedYear = Omit<YearLine, "days" | "added"> & { steps: string };
export type PackedPlot = Omit<CumulativePlot, "series"> & { series: PackedYear[] };

const ZEROS = /0{2,}$/;

/** `12:5e6` for 5,000,000 twelve days after the step before it. */
function packSteps({ days, added }: Pick<YearLine, "days" | "added">): string {
  return days
    .map((day, index) => {
      const since = day - (days[index - 1] ?? 0);
      const amount = String(added[index] ?? 0).replace(ZEROS, (zeros) => `e${zeros.length}`);
      return `${since}:${amount}`;
    })
    .join(" ");
}

function unpackSteps(steps: string): Pick<YearLine, "days" | "added"> {
  const days: number[] = [];
  const added: number[] = [];
  for (const step of steps === "" ? [] : steps.split(" ")) {
    const [since, amount] = step.split(":");
    days.push((days.at(-1) ?? 0) + Number(since));
    added.push(Number(amount));
  }
  return { days, added };
}

/** The plot as a page carries it for its live drawing: half as long, and exactly the same. */
export function packPlot(plot: CumulativePlot): PackedPlot {
  const series = plot.series.map(({ days, added, ...year }) => {
    return { ...year, steps: packSteps({ days, added }) };
  });
  return { ...plot, series };
}

export function unpackPlot(plot: PackedPlot): CumulativePlot {
  const series = plot.series.map(({ steps, ...year }) => ({ ...year, ...unpackSteps(steps) }));
  return { ...plot, series };
}
