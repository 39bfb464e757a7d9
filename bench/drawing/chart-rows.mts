import type { ChartView } from "@/lib/statistics/charts/chart-view";
import type { ChartRows } from "@/lib/statistics/charts/registry";
import { CATEGORIES } from "@/lib/values/taxonomy/taxonomy";
import { Random } from "../record/random.mjs";

export const MONTHS = 120;
const FIRST_YEAR = 2014;

export const VIEW: ChartView = {
  chart: "monthly",
  from: `${FIRST_YEAR}-01-01`,
  to: `${FIRST_YEAR + MONTHS / 12 - 1}-12-31`,
  filters: {},
  confidence: "suspected",
  measure: "gross",
  estimate: "best",
  by: "category",
  interval: "month",
  axis: "linear",
  top: 6,
  years: 5,
};

export type ColumnRows = Extract<ChartRows, { chart: "monthly" }>;

/** A chart's rows: 120 months of six categories, the same on every machine. */
export function columnRows(): ColumnRows {
  const random = new Random(1);
  const rows = Array.from({ length: MONTHS }, (_, place) => monthOf(place)).flatMap((period) =>
    CATEGORIES.map(({ value }) => ({
      period,
      key: value,
      incidents: 3,
      unknownSize: 0,
      amount: amountFrom(random),
    })),
  );
  const sum = (some: typeof rows) => ({
    incidents: 3 * some.length,
    unknownSize: 0,
    amount: some.reduce((total, { amount }) => total + amount, 0),
  });
  return {
    chart: "monthly",
    span: { from: VIEW.from ?? VIEW.to, to: VIEW.to },
    actorName: null,
    unplaced: { incidents: 0, unknownSize: 0, amount: 0 },
    targetName: null,
    published: null,
    covered: null,
    rows,
    periods: Array.from({ length: MONTHS }, (_, place) => ({
      period: monthOf(place),
      ...sum(rows.filter(({ period }) => period === monthOf(place))),
    })),
    total: sum(rows),
    overlapping: 0,
    chargedTogether: 0,
    names: Object.fromEntries(CATEGORIES.map(({ value, label }) => [value, label])),
  };
}

function monthOf(place: number): string {
  return `${FIRST_YEAR + Math.floor(place / 12)}-${String((place % 12) + 1).padStart(2, "0")}`;
}

function amountFrom(random: Random): number {
  return Math.round(1e6 + random.next() * 5e7);
}
