import type { Queryable } from "@/lib/db/client";
import { coveredDaysAt } from "@/lib/record/coverage/source-lag-queries";
import { targetNameAt } from "@/lib/record/targets/target-name-queries";
import type { ActorRange } from "@/lib/statistics/totals/actor-levels";
import { actorLevels } from "@/lib/statistics/totals/actor-levels-queries";
import { publishedMeasure } from "@/lib/statistics/totals/published-total-queries";
import { measuredTotal, namesOf } from "@/lib/statistics/totals/segment-queries";
import { recordSpan } from "@/lib/statistics/totals/total-queries";
import { type Day, earlierOf } from "@/lib/values/dates/day";
import { grouped } from "@/lib/values/lists/grouped";
import { actorTreeRows } from "./actors/actors-queries";
import { type ChartView, choicesOf, rangedMeasure } from "./chart-view";
import { columnRows } from "./columns/columns-queries";
import { yearRows } from "./cumulative/cumulative-queries";
import { actorYearRows } from "./heat/heat-queries";
import { everyIncident, largestIncidentRows } from "./incidents/incident-queries";
import type { ChartChoices, RowsFacts } from "./model/chart-definition";
import { spreadRows } from "./quantiles/quantiles-queries";
import { rankedRows } from "./ranked/ranked-queries";
import { recoveryRows } from "./recovery/recovery-queries";
import type { ChartName, ChartRows, RowsOf } from "./registry";
import { sizeRows, thresholdRows } from "./sizes/sizes-queries";

type RowsQuery<Rows> = (db: Queryable, version: number, view: ChartChoices) => Promise<Rows>;

/** What each chart of the registry asks the database. */
const QUERIES: { readonly [Name in ChartName]: RowsQuery<RowsOf[Name]> } = {
  monthly: columnRows,
  "year-to-date": yearRows,
  actors: actorTreeRows,
  techniques: rankedRows,
  targets: rankedRows,
  chains: rankedRows,
  timeline: everyIncident,
  largest: largestIncidentRows,
  "actor-years": actorYearRows,
  quantiles: spreadRows,
  sizes: sizeRows,
  thresholds: thresholdRows,
  concentration: spreadRows,
  recovery: recoveryRows,
};

/** Everything that a chart draws at a version under its rule. */
export async function chartData(
  db: Queryable,
  version: number,
  view: ChartView,
): Promise<ChartRows> {
  const span = await spanOf(db, version, view);
  const choices = choicesOf(view, span);
  const [actorName, ranges, targetName, unplaced, published, covered, rows] = await Promise.all([
    actorNameOf(db, version, choices),
    rangesOf(db, version, { ...choices, measure: rangedMeasure(view) }),
    targetNameAt(db, version, view.filters.target),
    unplacedBy(db, version, choices),
    choices.measure === "median" ? null : publishedMeasure(db, version, choices),
    coveredDaysAt(db, version, view.to),
    QUERIES[view.chart](db, version, choices),
  ]);
  const facts: RowsFacts = {
    span,
    actorName,
    ranges,
    targetName,
    unplaced,
    published,
    covered,
  };
  return { chart: view.chart, ...rows, ...facts } as ChartRows;
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

/** What a view's period may hold and leaves out; of medians, the losses. */
function unplacedBy(db: Queryable, version: number, view: ChartChoices) {
  const measure = view.measure === "median" ? "gross" : view.measure;
  const filters = { ...view.filters, date: "unplaced" } as const;
  return measuredTotal(db, version, { ...view, measure, filters });
}

async function actorNameOf(
  db: Queryable,
  version: number,
  view: ChartChoices,
): Promise<string | null> {
  const { actor } = view.filters;
  if (actor === undefined || actor === "none") return null;
  return (await namesOf(db, version, { ...view, by: "actor" }))[actor] ?? actor;
}

/** How surely what counts is said of the actor that is asked for, or of each that a chart is split by. */
async function rangesOf(db: Queryable, version: number, view: ChartChoices): Promise<ActorRange[]> {
  const { actor } = view.filters;
  const isOfOne = actor !== undefined && actor !== "none";
  if (!isOfOne && view.by !== "actor") return [];
  const [levels, names] = await Promise.all([
    actorLevels(db, version, view),
    namesOf(db, version, { ...view, by: "actor" }),
  ]);
  return [...grouped(levels, (level) => level.actor)].flatMap(([slug, own]) =>
    isOfOne && slug !== actor ? [] : [{ actor: slug, name: names[slug] ?? slug, levels: own }],
  );
}
