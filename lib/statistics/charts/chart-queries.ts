import type { Queryable } from "@/lib/db/client";
import { actorsAt } from "@/lib/record/actors/actor-queries";
import type {
  ActorTreeRows,
  ActorYearRows,
  ChartRows,
  ColumnRows,
  DotRows,
  RankedRows,
  YearRows,
} from "@/lib/statistics/charts/chart-rows";
import { type ChartView, filtersOf } from "@/lib/statistics/charts/chart-view";
import { actorBreakdown } from "@/lib/statistics/totals/actor-breakdown";
import type { Measured } from "@/lib/statistics/totals/measured";
import {
  actorsByYear,
  incidentDots,
  measuredByDay,
  measuredTotal,
  namesOf,
  segmentedTotal,
  segmentsByPeriod,
} from "@/lib/statistics/totals/segment-queries";
import { recordSpan } from "@/lib/statistics/totals/total-queries";
import { type Day, earlierOf, yearOf } from "@/lib/values/dates/day";
import { grouped } from "@/lib/values/lists/grouped";

type Rows<Chart extends ChartRows> = Promise<Omit<Chart, "span" | "actorName">>;

/** Everything that a chart draws at a version under its rule. */
export async function chartData(
  db: Queryable,
  version: number,
  view: ChartView,
): Promise<ChartRows> {
  const [span, actorName, rows] = await Promise.all([
    spanOf(db, version, view),
    actorNameOf(db, version, view),
    rowsOf(db, version, view),
  ]);
  return { ...rows, span, actorName } as ChartRows;
}

function rowsOf(db: Queryable, version: number, view: ChartView) {
  switch (view.chart) {
    case "monthly":
      return columnRows(db, version, view);
    case "year-to-date":
      return yearRows(db, version, view);
    case "actors":
      return actorTreeRows(db, version, view);
    case "techniques":
    case "targets":
    case "chains":
      return rankedRows(db, version, view, view.chart);
    case "timeline":
      return dotRows(db, version, view, view.chart, null);
    case "largest":
      return dotRows(db, version, view, view.chart, view.top);
    case "actor-years":
      return actorYearRows(db, version, view);
  }
}

/** A view without a first day begins with the year of the record's first incident; never after its own last day. */
async function spanOf(
  db: Queryable,
  version: number,
  { from, to }: ChartView,
): Promise<{ from: Day; to: Day }> {
  if (from !== null) return { from, to };
  const first = earlierOf((await recordSpan(db, version))?.first ?? to, to);
  return { from: `${first.slice(0, 4)}-01-01`, to };
}

async function actorNameOf(
  db: Queryable,
  version: number,
  view: ChartView,
): Promise<string | null> {
  const { actor } = view.filters;
  if (actor === undefined || actor === "none") return null;
  return (await namesOf(db, version, { ...view, by: "actor" }))[actor] ?? actor;
}

function sumOf(rows: readonly Measured[]): Measured {
  return rows.reduce(
    (sum, row) => ({
      incidents: sum.incidents + row.incidents,
      unknownSize: sum.unknownSize + row.unknownSize,
      amount: sum.amount + row.amount,
    }),
    { incidents: 0, unknownSize: 0, amount: 0 },
  );
}

/** Every incident has one category, so that its parts add up to what each period holds. */
async function periodsOf(db: Queryable, version: number, view: ChartView) {
  const rows = await segmentsByPeriod(db, version, {
    ...view,
    by: "category",
    filters: filtersOf(view),
  });
  const periods = grouped(rows, (row) => row.period);
  return [...periods].map(([period, parts]) => ({ period, ...sumOf(parts) }));
}

async function columnRows(db: Queryable, version: number, view: ChartView): Rows<ColumnRows> {
  const [rows, periods, split] = await Promise.all([
    segmentsByPeriod(db, version, view),
    periodsOf(db, version, view),
    segmentedTotal(db, version, view),
  ]);
  const { names, overlapping, total } = split;
  return { chart: "monthly", rows, periods, names, overlapping, total };
}

async function yearRows(db: Queryable, version: number, view: ChartView): Rows<YearRows> {
  const year = yearOf(view.to);
  const span = { from: `${year - view.years + 1}-01-01`, to: view.to };
  const days = await measuredByDay(db, version, view, span);
  const byYear = grouped(days, (day) => yearOf(day.day));
  const earlier = [...byYear]
    .map(([other, list]) => ({ year: other, days: list }))
    .filter((each) => each.year !== year)
    .sort((one, other) => other.year - one.year);
  return { chart: "year-to-date", years: [{ year, days: byYear.get(year) ?? [] }, ...earlier] };
}

const asTotal = ({ incidents, unknownSize, amount }: Measured) => ({
  incidents,
  unknownSize,
  lossUsd: amount,
});

async function actorTreeRows(db: Queryable, version: number, view: ChartView): Rows<ActorTreeRows> {
  const [split, actors, byYear] = await Promise.all([
    segmentedTotal(db, version, view),
    actorsAt(db, version),
    actorsByYear(db, version, view),
  ]);
  // An incident lies in one year, so that an actor's years add up to the actor's total.
  const totals = grouped(byYear, (row) => row.actor);
  const rows = actors.flatMap(({ actorId, slug }) => {
    const years = totals.get(slug);
    return years === undefined ? [] : [{ actorId, ...asTotal(sumOf(years)) }];
  });
  const nobody = split.parts.filter((part) => part.key === null);
  return {
    chart: "actors",
    breakdown: actorBreakdown(asTotal(split.total), actors, {
      rows,
      unattributed: asTotal(sumOf(nobody)),
      sharedIncidents: split.overlapping,
    }),
  };
}

async function rankedRows(
  db: Queryable,
  version: number,
  view: ChartView,
  chart: RankedRows["chart"],
): Rows<RankedRows> {
  return { chart, split: await segmentedTotal(db, version, view) };
}

async function dotRows(
  db: Queryable,
  version: number,
  view: ChartView,
  chart: DotRows["chart"],
  limit: number | null,
): Rows<DotRows> {
  const [total, dots] = await Promise.all([
    measuredTotal(db, version, view),
    incidentDots(db, version, view, limit),
  ]);
  return { chart, total, dots };
}

async function actorYearRows(db: Queryable, version: number, view: ChartView): Rows<ActorYearRows> {
  const yearly: ChartView = { ...view, interval: "year" };
  const [rows, parts, years, actors] = await Promise.all([
    actorsByYear(db, version, view),
    segmentsByPeriod(db, version, { ...yearly, by: "actor" }),
    periodsOf(db, version, yearly),
    actorsAt(db, version),
  ]);
  const ofYear = ({ period, incidents, unknownSize, amount }: Measured & { period: string }) => ({
    year: Number(period),
    incidents,
    unknownSize,
    amount,
  });
  return {
    chart: "actor-years",
    rows,
    unattributed: parts.filter((part) => part.key === null).map(ofYear),
    years: years.map(ofYear),
    actors: actors.map(({ slug, name, parent }) => ({ slug, name, parent })),
  };
}
