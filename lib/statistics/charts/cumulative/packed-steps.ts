import type { CumulativePlot, YearLine } from "@/lib/statistics/charts/cumulative/cumulative-plot";

/** A year's line whose days and amounts are one text. */
export type PackedYear = Omit<YearLine, "days" | "added"> & { steps: string };
export type PackedPlot = Omit<CumulativePlot, "series"> & { series: PackedYear[] };

/** Short, and as good as any to whom it is a number. */
const BASE = 36;
const ZEROS = /0+$/;
/** Begins an amount that is no whole number of dollars. */
const AS_IT_IS = "=";

/** `65` for 5,000,000: how many zeros it ends in, and what is before them. */
function packAmount(amount: number): string {
  if (!Number.isSafeInteger(amount) || amount < 0) return `${AS_IT_IS}${amount}`;
  const zeros = amount === 0 ? 0 : (ZEROS.exec(String(amount))?.[0].length ?? 0);
  return zeros.toString(BASE) + (amount / 10 ** zeros).toString(BASE);
}

function unpackAmount(text: string): number {
  if (text.startsWith(AS_IT_IS)) return Number(text.slice(AS_IT_IS.length));
  return Number.parseInt(text.slice(1), BASE) * 10 ** Number.parseInt(text.slice(0, 1), BASE);
}

/** `c:65` for 5,000,000 twelve days after the step before it, `65` for as much on the day after that. */
function packSteps({ days, added }: Pick<YearLine, "days" | "added">): string {
  return days
    .map((day, index) => {
      const since = day - (days[index - 1] ?? 0);
      const amount = packAmount(added[index] ?? 0);
      return since === 1 ? amount : `${since.toString(BASE)}:${amount}`;
    })
    .join(" ");
}

function unpackSteps(steps: string): Pick<YearLine, "days" | "added"> {
  const days: number[] = [];
  const added: number[] = [];
  for (const step of steps === "" ? [] : steps.split(" ")) {
    const [amount = "", since = "1"] = step.split(":").reverse();
    days.push((days.at(-1) ?? 0) + Number.parseInt(since, BASE));
    added.push(unpackAmount(amount));
  }
  return { days, added };
}

/** The plot as a page carries it for its live drawing: a third as long, and exactly the same. */
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
