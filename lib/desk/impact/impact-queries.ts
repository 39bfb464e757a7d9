import type { Queryable } from "@/lib/db/client";
import { boundsMoved } from "@/lib/desk/impact/bound-queries";
import type { Impact, PublishedFigureMoved, RankMoved, TotalMoved } from "@/lib/desk/impact/impact";
import type { ActorsAt, KeptTotals } from "@/lib/desk/impact/kept-totals";
import { rankedActors, rankedIncidents } from "@/lib/desk/impact/rank-queries";
import {
  figuresTouched,
  type TouchedPublishedFigure,
} from "@/lib/desk/impact/touched-figure-queries";
import { type Touched, touchedBy } from "@/lib/desk/impact/touched-queries";
import { actorsAt } from "@/lib/record/actors/actor-queries";
import { nameWithStatus } from "@/lib/record/actors/legal-status";
import { findVersion } from "@/lib/record/versions/version-queries";
import { DEFAULT_CONFIDENCE, type Filters, throughCovered } from "@/lib/statistics/rules/views";
import { totalsByActor, totalsUnder } from "@/lib/statistics/totals/total-queries";
import type { Total } from "@/lib/statistics/totals/totals";
import { type Day, dateText, dayOf, lastDayOfMonth, yearOf } from "@/lib/values/dates/day";

/** More months than these are told by their years only. */
const MONTHS_TOLD = 12;
/** Totals asked for by one statement. */
const ASKED_AT_ONCE = 40;

/**
 * What a version moves against the one before it, by the same queries that pages ask. One question after the
 * other: a transaction can answer only one at a time.
 * @param today the day through which the current year counts, where editors have looked as far
 * @param kept what others have asked of the version before, which is published
 */
export async function impactOf(
  db: Queryable,
  version: number,
  today: Day,
  kept: KeptTotals | null = null,
): Promise<Impact> {
  const touched = await touchedBy(db, version);
  const periods = await periodTotals(db, version, touched, today, kept);
  const before = await actorsOf(db, version - 1, touched, kept);
  const after = await actorsOf(db, version, touched, null);
  return {
    totals: [...periods, ...actorTotals(before, after, touched)],
    ranks: [...(await incidentRanks(db, version, touched)), ...actorRanks(before, after, touched)],
    bounds: await boundsMoved(db, version, touched.incidents),
    figures: await othersFigures(db, version, touched, kept),
    incidents: touched.incidents.length,
  };
}

async function periodTotals(
  db: Queryable,
  version: number,
  { days }: Touched,
  today: Day,
  kept: KeptTotals | null,
): Promise<TotalMoved[]> {
  const until = await coveredAt(db, version - 1);
  const covered = await coveredAt(db, version);
  const through = throughCovered(today, covered);
  const current = yearOf(through);
  const years = [...new Set([current, ...days.map(yearOf)])].sort((one, other) => other - one);
  const named = days.filter((day) => day.length > 4).map((day) => day.slice(0, 7));
  const months = [...new Set([...named, ...monthsAfter(until, covered)])].sort();
  const labelled = (period: string, from: Day) =>
    from > through && covered !== null
      ? `${dateText(period)}, which is not yet covered`
      : dateText(period);
  const periods = [
    ...years.map((year) => ({
      of: "year" as const,
      label:
        year === current
          ? throughText(through, until === null ? null : throughCovered(today, until))
          : labelled(String(year), `${year}-01-01`),
      filters: { from: `${year}-01-01`, to: year === current ? through : `${year}-12-31` },
    })),
    ...(months.length > MONTHS_TOLD ? [] : months).map((month) => ({
      of: "month" as const,
      label: labelled(month, `${month}-01`),
      filters: { from: `${month}-01`, to: lastDayOfMonth(month) },
    })),
  ];
  const rules = periods.map(({ filters }) => filters);
  const before = await totalsOf(db, version - 1, rules, kept);
  const after = await totalsOf(db, version, rules, null);
  return periods.map((period, place) => ({
    ...period,
    before: before[place] ?? NOTHING,
    after: after[place] ?? NOTHING,
  }));
}

/** How far a version is covered; null where nobody has said. */
async function coveredAt(db: Queryable, version: number): Promise<Day | null> {
  return (await findVersion(db, version))?.coveredThrough ?? null;
}

/** The months of which more is covered than before, in their order. */
function monthsAfter(until: Day | null, covered: Day | null): string[] {
  if (until === null || covered === null || covered <= until) return [];
  const months: string[] = [];
  const day = new Date(`${until}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + 1);
  for (day.setUTCDate(1); dayOf(day) <= covered; day.setUTCMonth(day.getUTCMonth() + 1))
    months.push(dayOf(day).slice(0, 7));
  return months;
}

/** `2026 through 30 September`; where that day moves, also what it was. */
function throughText(through: Day, until: Day | null): string {
  const label = `${yearOf(through)} through ${dayText(through)}`;
  if (until === null || until === through) return label;
  return `${label}, until now through ${yearOf(until) === yearOf(through) ? dayText(until) : dateText(until)}`;
}

/** A day of a year that is named beside it: `22 November`. */
function dayText(day: Day): string {
  return dateText(day).replace(/ \d+$/, "");
}

const NOTHING: Total = { incidents: 0, unknownSize: 0, lossUsd: 0 };

/** The totals under rules, in their order. */
async function totalsOf(
  db: Queryable,
  version: number,
  rules: readonly Filters[],
  kept: KeptTotals | null,
): Promise<Total[]> {
  const keyOf = (rule: Filters) => `${version} ${JSON.stringify(rule)}`;
  const held = rules.map((rule) => kept?.totals.get(keyOf(rule)));
  const missing = rules.filter((_, place) => held[place] === undefined);
  const asked: Total[] = [];
  for (let start = 0; start < missing.length; start += ASKED_AT_ONCE) {
    const found = await totalsUnder(db, version, missing.slice(start, start + ASKED_AT_ONCE));
    for (const { incidents, unknownSize, lossUsd } of found)
      asked.push({ incidents, unknownSize, lossUsd });
  }
  missing.forEach((rule, place) => {
    kept?.totals.set(keyOf(rule), asked[place]);
  });
  const next = asked.values();
  return held.map((total) => total ?? next.next().value ?? NOTHING);
}

/** At the record's own confidence; none where no actor is touched. */
async function actorsOf(
  db: Queryable,
  version: number,
  { actors }: Touched,
  kept: KeptTotals | null,
): Promise<ActorsAt> {
  if (actors.length === 0) return { nodes: new Map(), totals: new Map() };
  const known = kept?.actors.get(version);
  if (known !== undefined) return known;
  const nodes = new Map((await actorsAt(db, version)).map((node) => [node.actorId, node]));
  const { rows } = await totalsByActor(db, version, {}, DEFAULT_CONFIDENCE);
  const totals = new Map(rows.map(({ actorId, ...total }) => [actorId, total]));
  kept?.actors.set(version, { nodes, totals });
  return { nodes, totals };
}

/** Everything attributed to each actor touched. */
function actorTotals(before: ActorsAt, after: ActorsAt, touched: Touched): TotalMoved[] {
  return touched.actors.flatMap((actorId): TotalMoved[] => {
    const named = after.nodes.get(actorId) ?? before.nodes.get(actorId);
    if (named === undefined) return [];
    return [
      {
        of: "actor",
        label: after.nodes.has(actorId)
          ? nameWithStatus(named)
          : `${nameWithStatus(named)}, merged`,
        filters: { actor: named.slug },
        before: before.totals.get(actorId) ?? NOTHING,
        after: after.totals.get(actorId) ?? NOTHING,
      },
    ];
  });
}

async function incidentRanks(
  db: Queryable,
  version: number,
  { incidents }: Touched,
): Promise<RankMoved[]> {
  const before = await rankedIncidents(db, version - 1, incidents);
  const after = await rankedIncidents(db, version, incidents);
  return incidents.flatMap((incidentId): RankMoved[] => {
    const [was, is] = [before.get(incidentId), after.get(incidentId)];
    const named = is ?? was;
    if (named === undefined) return [];
    const inYear = (year: number): RankMoved => ({
      of: "incident",
      label: `${named.name}, of ${year}`,
      before: was?.year === year ? was.ofYear : null,
      after: is?.year === year ? is.ofYear : null,
    });
    const years = [...new Set([was, is].flatMap((ranked) => (ranked ? [ranked.year] : [])))];
    return [
      {
        of: "incident",
        label: `${named.name}, of all time`,
        before: was?.ofAll ?? null,
        after: is?.ofAll ?? null,
      },
      ...years.map(inYear),
    ];
  });
}

/** Among actors that are part of no other: a whole is never smaller than its parts. */
function actorRanks(before: ActorsAt, after: ActorsAt, touched: Touched): RankMoved[] {
  const was = rankedActors(before.nodes.values(), before.totals);
  const is = rankedActors(after.nodes.values(), after.totals);
  return touched.actors.flatMap((actorId): RankMoved[] => {
    const named = is.get(actorId) ?? was.get(actorId);
    if (named === undefined) return [];
    return [
      {
        of: "actor",
        label: `${named.name}, among actors`,
        before: was.get(actorId)?.rank ?? null,
        after: is.get(actorId)?.rank ?? null,
      },
    ];
  });
}

/** Others' totals that cover what is touched, with the record's own under their rule. */
async function othersFigures(
  db: Queryable,
  version: number,
  touched: Touched,
  kept: KeptTotals | null,
): Promise<PublishedFigureMoved[]> {
  const before = await figuresTouched(db, version - 1, touched);
  const after = await figuresTouched(db, version, touched);
  const was = await ownTotals(db, version - 1, before, kept);
  const is = await ownTotals(db, version, after, null);
  const ids = [...new Set([...after.keys(), ...before.keys()])];
  return ids.flatMap((figureId) => {
    const figure = after.get(figureId) ?? before.get(figureId);
    if (figure === undefined) return [];
    const { publisher, title, from, to, amountUsd } = figure;
    return [
      {
        publisher,
        title,
        from,
        to,
        amountUsd,
        before: was.get(figureId) ?? null,
        after: is.get(figureId) ?? null,
      },
    ];
  });
}

/** The record's own total under each figure's rule; none where no rule of the record says the same. */
async function ownTotals(
  db: Queryable,
  version: number,
  figures: ReadonlyMap<number, TouchedPublishedFigure>,
  kept: KeptTotals | null,
): Promise<Map<number, Total>> {
  const asked = [...figures].filter(([, { filters }]) => filters !== null);
  const distinct = [...new Set(asked.map(([, { filters }]) => JSON.stringify(filters)))];
  const totals = await totalsOf(
    db,
    version,
    distinct.map((rule): Filters => JSON.parse(rule)),
    kept,
  );
  return new Map(
    asked.flatMap(([figureId, { filters }]) => {
      const total = totals[distinct.indexOf(JSON.stringify(filters))];
      return total === undefined ? [] : [[figureId, total] as const];
    }),
  );
}
