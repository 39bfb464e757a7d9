import type { ColumnPlot } from "@/lib/statistics/charts/columns/columns-plot";
import type { CumulativePlot } from "@/lib/statistics/charts/cumulative/cumulative-plot";
import type { DotPlot } from "@/lib/statistics/charts/dots/dots-plot";
import { axisPeriods } from "@/lib/statistics/charts/model/axis-periods";
import type { ChartColour } from "@/lib/statistics/charts/model/chart-model";
import { LAST_PLACE } from "@/lib/statistics/charts/model/leap-year";
import { amountAxis, logMoneyAxis } from "@/lib/statistics/charts/model/money-axis";
import { Dice } from "./random";

/** Plots of chance, the same for the same seed: as crowded, flat or steep as data can be. */

const chance = (seed: number) => {
  const dice = new Dice(seed);
  return () => dice.fraction();
};
const COLOUR: ChartColour = "--cat-phishing";

/** Columns of 1 to 60 months, from nearly level to one that dwarfs all others. */
export function randomColumns(seed: number): ColumnPlot {
  const next = chance(seed * 7919);
  const months = 1 + Math.floor(next() ** 2 * 60);
  const steepness = next() * 8;
  const scale = 10 ** (4 + next() * 6);
  const from = `${2012 + Math.floor(next() * 8)}-${next() < 0.5 ? "01" : "07"}-01`;
  const end = new Date(
    Date.UTC(Number(from.slice(0, 4)), Number(from.slice(5, 7)) - 1 + months, 0),
  );
  const periods = axisPeriods(from, end.toISOString().slice(0, 10), "month");
  const columns: ColumnPlot["columns"] = periods.map((period) => {
    const amounts = [next() ** steepness * scale, next() ** steepness * scale].map(Math.round);
    const total = amounts.reduce((sum, amount) => sum + amount, 0);
    return {
      period: period.key,
      label: period.label,
      year: period.year,
      until: null,
      state: "counted",
      isYoung: false,
      incidents: 1,
      unknownSize: 0,
      total,
      amounts,
      hrefs: [null, null],
    };
  });
  const totals = columns.map((column) => column.total);
  return {
    kind: "columns",
    axis: amountAxis("usd", Math.max(...totals), totals),
    series: ["one", "other"].map((key) => ({ key, label: key, colour: COLOUR, amount: scale })),
    columns,
    blankText: "not counted",
  };
}

/** Up to 1,200 dots of which the largest are named; often in one corner, where there is least room. */
export function randomDots(seed: number): DotPlot {
  const next = chance(seed * 104_729);
  const days = 30 + Math.floor(next() * 5000);
  const count = 1 + Math.floor(next() ** 2 * 1200);
  const crowd = 0.02 + next() * 0.98;
  const at = next() * (1 - crowd);
  const dots = Array.from({ length: count }, () => ({
    at: Math.floor((at + next() * crowd) * days),
    amount: Math.round(10 ** (3 + next() ** 0.5 * 6)),
  })).toSorted((one, other) => other.amount - one.amount);
  const ordered = dots.toSorted((one, other) => one.at - other.at);
  return {
    kind: "dots",
    axis: logMoneyAxis(dots.at(-1)?.amount ?? 1, (dots[0]?.amount ?? 1) * 1.4),
    from: "2012-01-01",
    to: "2025-12-31",
    days,
    series: [
      {
        key: "one",
        label: "One",
        colour: COLOUR,
        days: ordered.map((dot) => dot.at),
        amounts: ordered.map((dot) => dot.amount),
      },
    ],
    named: dots.slice(0, 1 + Math.floor(next() * 14)).map((dot, index) => ({
      slug: `theft-${index}`,
      label: `Theft ${index} of ${"a platform with a name ".repeat(1 + (index % 3))}`.trim(),
      occurredOn: "2020-01-01",
      at: dot.at,
      amount: dot.amount,
      colour: COLOUR,
      range: index % 3 === 0 ? { low: dot.amount * 0.6, high: dot.amount * 1.4 } : null,
      href: null,
    })),
    unknownDays: [],
  };
}

/** One to five years that end as close to one another as chance wants. */
export function randomYears(seed: number): CumulativePlot {
  const next = chance(seed * 15_485_863);
  const years = 1 + Math.floor(next() * 5);
  const through = next() < 0.3 ? LAST_PLACE : 20 + Math.floor(next() * 300);
  const spread = next();
  const series = Array.from({ length: years }, (_, index) => {
    const day = Math.floor(next() * (index === 0 ? through : LAST_PLACE));
    const amount = Math.round(1e9 * (1 - spread * next()));
    return {
      key: String(2023 - index),
      label: String(2023 - index),
      colour: COLOUR,
      year: 2023 - index,
      days: [day],
      added: [amount],
      amount,
      amountAtThrough: day <= through ? amount : 0,
      isUnknown: false,
      isUnknownAtThrough: false,
    };
  });
  return {
    kind: "cumulative",
    axis: amountAxis("usd", Math.max(...series.map((line) => line.amount))),
    through,
    throughLabel: "15 Sep",
    series,
  };
}
