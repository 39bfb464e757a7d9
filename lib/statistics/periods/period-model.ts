import { nameWithStatus } from "@/lib/record/actors/legal-status";
import { sourceDifference } from "@/lib/record/coverage/comparable";
import type { Coverage } from "@/lib/record/coverage/coverage";
import { type CoveredDays, lagText } from "@/lib/record/coverage/source-lag";
import { changeInPercent, shareInPercent } from "@/lib/statistics/periods/percent";
import {
  cutAt,
  isUnfinished,
  type Period,
  type PeriodView,
  partsOf,
  periodInShort,
  periodsBetween,
  periodText,
  periodTitle,
  periodViewText,
} from "@/lib/statistics/periods/period";
import type { ComparedPeriod, KeyedTotal, PeriodData } from "@/lib/statistics/periods/period-data";
import { COMPARABLE_FROM, type Filters } from "@/lib/statistics/rules/views";
import { type LevelAmount, rangeText } from "@/lib/statistics/totals/actor-levels";
import { chargedTogetherText } from "@/lib/statistics/totals/charged-together";
import { COMPARABLE_LABEL } from "@/lib/statistics/totals/comparable";
import { NOBODY } from "@/lib/statistics/totals/own-parts";
import { knownUsd, lossHeadline } from "@/lib/statistics/totals/total-text";
import type { Total } from "@/lib/statistics/totals/totals";
import { unplacedText } from "@/lib/statistics/totals/unplaced-text";
import { type Day, dateInShort, dateText } from "@/lib/values/dates/day";
import { formatUsd, formatUsdExact } from "@/lib/values/money/usd";
import { termLabel } from "@/lib/values/taxonomy/taxonomy";

/** A number as a page and a picture write it. `href` leads to the incidents behind it, or to the page about it. */
interface PeriodNumber {
  label: string;
  value: string;
  /** To the dollar; null where the value is no amount. */
  exact: string | null;
  /** What it is held against, or how it is meant. */
  detail: string;
  /** The detail in short, for pictures. */
  short?: string;
  href: string | null;
  /** The same without a threshold, where the value has one. */
  all?: { text: string; href: string };
}

/** A bar of a breakdown. */
export interface PeriodBar {
  key: string;
  label: string;
  /** US dollars; null where every incident's size is unknown. */
  usd: number | null;
  value: string;
  exact: string;
  /** Of the period's total, in per cent; null where that is nothing or the part unknown. */
  share: string | null;
  incidents: number;
  unknownSize: number;
  /** Of an actor: what the amount is made of, the surest first. */
  levels?: readonly LevelAmount[];
  href: string;
}

/** Another period and how this one compares with it. */
interface PeriodComparison {
  label: string;
  /** The same in short: `Jul 2023`. */
  short: string;
  /** The days counted, both ends included. */
  days: { from: Day; to: Day };
  value: string;
  exact: string;
  /** Of COMPARABLE_FROM and more. */
  incidents: number;
  /** This period against it: `+34%`. */
  change: string;
  /** Whether the two rest on sources that reach differently far. */
  sourcesDiffer: boolean;
  href: string;
  /** The incidents behind it; and of these those of COMPARABLE_FROM and more. */
  incidentsHref: string;
  comparableHref: string;
}

/** A month of the columns. */
export interface PeriodColumn {
  /** `YYYY-MM`. */
  key: string;
  /** `Aug`. */
  label: string;
  /** US dollars. */
  usd: number;
  value: string;
  /** Whether it belongs to the period. */
  marked: boolean;
  /** Whether it is counted only through a day before its last. */
  unfinished: boolean;
  /** Whether thefts of it may not have been written about by the day that is covered. */
  young: boolean;
  /** Whether nobody has looked at its days: blank, and not zero. */
  uncovered: boolean;
  href: string;
}

/** One of the largest incidents. */
interface PeriodIncident {
  slug: string;
  name: string;
  day: string;
  usd: number | null;
  value: string;
  category: string;
  attributedTo: string[];
  href: string;
}

/** The part of a year that no quarter and no month of it holds; no period has such a key. */
export const UNDATED = "_undated";

/** A period within this one, with its total; or what is known only to the whole. */
export interface PeriodShare {
  key: string;
  label: string;
  value: string;
  incidents: number;
  href: string;
}

/**
 * A month, quarter or year as plain, serialisable data: what its page and its picture both say. It holds
 * no pixels.
 */
export interface PeriodModel {
  key: string;
  /** `August 2023`; `2026 through 30 September` where only that much of it is counted. */
  title: string;
  /** What happened, in a sentence without its full stop. */
  headline: string;
  /** Measure, unit, rule and days. */
  subtitle: string;
  figures: PeriodNumber[];
  comparisons: PeriodComparison[];
  categories: PeriodBar[];
  /** Actors that are part of no other, and what is attributed to nobody; the largest first, that last. */
  actors: PeriodBar[];
  largest: PeriodIncident[];
  columns: PeriodColumn[];
  /** The months or quarters within. */
  parts: PeriodShare[];
  notes: string[];
  /** What only its picture has to say, where no chart and no table stands beside it. */
  pictureNotes: string[];
  /** `Lossline, version 412, published 1 September 2023`. */
  source: string;
  /** The address at which this always says the same. */
  address: string;
  alternative: string;
  asOf: Day;
}

/** What a model needs to know beside its data. */
export interface PeriodContext {
  version: { number: number; publishedOn: Day };
  permanentUrl: string;
  /** Null or left out where the version does not say how far editors had looked. */
  coverage?: Pick<Coverage, "families" | "missing"> | null;
  covered?: CoveredDays | null;
  incidents(filters: Filters): string;
  incident(slug: string): string;
  period(view: PeriodView): string;
}

const number = (value: number) => value.toLocaleString("en-GB");

/** `1 incident`, `23 incidents`. */
export function incidentsCounted(count: number): string {
  return `${number(count)} ${count === 1 ? "incident" : "incidents"}`;
}

/** How a total compares with an earlier one; null where nobody has put a figure on either. */
function changeOf(now: Total, before: Total): string | null {
  const [is, was] = [knownUsd(now), knownUsd(before)];
  return is === null || was === null ? null : changeInPercent(is, was);
}

/** The days counted: `1 – 31 Aug 2023`, `1 Jul – 30 Sep 2023`. */
function daysInShort({ period, through }: PeriodView): string {
  const [first, last] = [dateInShort(period.from), dateInShort(through)];
  if (period.from === through) return last;
  if (period.from.slice(0, 7) === through.slice(0, 7)) return `1 – ${last}`;
  return `${first.replace(/ \d{4}$/, "")} – ${last}`;
}

/** A period's model from its data. */
export function periodModel(data: PeriodData, context: PeriodContext): PeriodModel {
  const { view, total } = data;
  const { period, through } = view;
  const days = { from: period.from, to: through };
  const headline = headlineOf(data);
  const actors = actorsOf(data, days, context);
  const comparisons = comparisonsOf(data, context);
  const columns = columnsOf(data, context);
  const ranges = rangesText(actors);
  return {
    key: period.key,
    title: titleOf(view),
    headline,
    subtitle: `US dollars at the time of theft, gross, best estimates, ${daysInShort(view)}`,
    figures: figuresOf(data, context),
    comparisons,
    categories: data.categories
      .map((row) =>
        barOf(
          { key: row.category, label: termLabel(row.category) },
          row,
          total,
          context.incidents({ ...days, category: row.category }),
        ),
      )
      .sort(largestFirst),
    actors,
    largest: data.largest.map((row) => ({
      slug: row.slug,
      name: row.name,
      day: dateInShort(row.occurredOn),
      usd: row.lossUsd,
      value: formatUsd(row.lossUsd),
      category: termLabel(row.category),
      attributedTo: row.attributedTo.map(nameWithStatus),
      href: context.incident(row.slug),
    })),
    columns,
    parts: partsWithin(data, context),
    notes: [...notesOf(data), ...(ranges === null ? [] : [ranges])],
    pictureNotes: pictureNotesOf(columns, comparisons, context),
    source: `Lossline, version ${context.version.number}, published ${dateText(context.version.publishedOn)}`,
    address: context.permanentUrl,
    alternative: `Figures of crypto-asset thefts in ${periodViewText(view)}, where ${headline.charAt(0).toLowerCase()}${headline.slice(1)}.${ranges === null ? "" : ` ${ranges}`}`,
    asOf: through,
  };
}

/** A period as a heading, and where it stops: `August 2023`, `2026 through 30 September`. */
function titleOf(view: PeriodView): string {
  const until = isUnfinished(view)
    ? ` through ${dateText(view.through).replace(/ \d{4}$/, "")}`
    : "";
  return periodTitle(view.period) + until;
}

function headlineOf({ view, total }: PeriodData): string {
  return lossHeadline(total, `in ${periodViewText(view)}`);
}

function figuresOf(data: PeriodData, context: PeriodContext): PeriodNumber[] {
  const { view, total, before, yearToDate, yearToDateBefore } = data;
  const { period, through } = view;
  const days = { from: period.from, to: through };
  const year: Filters = { from: `${period.year}-01-01`, to: through };
  const [largest] = data.largest;
  const figures: PeriodNumber[] = [
    {
      label: "Total lost",
      value: formatUsd(knownUsd(total)),
      exact: formatUsdExact(knownUsd(total)),
      detail: `${daysInShort(view)}, gross, best estimates`,
      href: context.incidents(days),
    },
    {
      label: COMPARABLE_LABEL,
      value: number(data.comparable.incidents),
      exact: null,
      detail: `${number(before.comparable.incidents)} in ${periodViewText(before.view)}`,
      short: `${number(total.incidents)} of any size`,
      href: context.incidents({ ...days, least: COMPARABLE_FROM }),
      all: { text: `${number(total.incidents)} of any size`, href: context.incidents(days) },
    },
    {
      label: "Of unknown size",
      value: total.unknownSize === 0 ? "None" : number(total.unknownSize),
      exact: null,
      detail:
        total.incidents === 0
          ? "No incident on record"
          : total.unknownSize === 0
            ? "Every incident has a figure"
            : "Counted as incidents; their losses are in no total",
      href: total.unknownSize === 0 ? null : context.incidents({ ...days, loss: "unknown" }),
    },
    {
      label: "Returned",
      value: total.returnedIncidents === 0 ? "–" : formatUsd(total.returnedUsd),
      exact: total.returnedIncidents === 0 ? null : formatUsdExact(total.returnedUsd),
      detail:
        total.returnedIncidents === 0
          ? "Nothing known to have come back"
          : `Known to have come back, in ${total.returnedIncidents} of the incidents; not taken off the total`,
      href: total.returnedIncidents === 0 ? null : context.incidents({ ...days, returned: "some" }),
    },
    {
      label: "Largest",
      value: largest === undefined ? "–" : formatUsd(largest.lossUsd),
      exact: largest === undefined ? null : formatUsdExact(largest.lossUsd),
      detail:
        largest === undefined
          ? "No incident with a known loss"
          : `${largest.name}, ${dateInShort(largest.occurredOn)}`,
      href: largest === undefined ? null : context.incident(largest.slug),
    },
  ];
  if (period.kind === "year") return figures;
  const change = changeOf(yearToDate, yearToDateBefore);
  const against =
    change === null || yearToDateBefore.lossUsd === 0
      ? `${formatUsd(knownUsd(yearToDateBefore))}`
      : `${change} against ${formatUsd(yearToDateBefore.lossUsd)}`;
  return [
    ...figures,
    {
      label: `${period.year} to ${dateInShort(through).replace(/ \d{4}$/, "")}`,
      value: formatUsd(knownUsd(yearToDate)),
      exact: formatUsdExact(knownUsd(yearToDate)),
      detail: `${against} through the same day of ${period.year - 1}`,
      short: `${against} in ${period.year - 1}`,
      href: context.incidents(year),
    },
  ];
}

function comparisonsOf(data: PeriodData, context: PeriodContext): PeriodComparison[] {
  const comparison = ({ view, total, comparable }: ComparedPeriod): PeriodComparison => ({
    label: titleOf(view),
    short:
      periodInShort(view.period) +
      (isUnfinished(view) ? ` to ${dateInShort(view.through).replace(/ \d{4}$/, "")}` : ""),
    days: { from: view.period.from, to: view.through },
    value: formatUsd(knownUsd(total)),
    exact: formatUsdExact(knownUsd(total)),
    incidents: comparable.incidents,
    change: changeOf(data.total, total) ?? "unknown",
    sourcesDiffer:
      context.coverage != null &&
      sourceDifference(
        context.coverage,
        { from: data.view.period.from, to: data.view.through },
        { from: view.period.from, to: view.through },
      ) !== null,
    href: context.period(view),
    incidentsHref: context.incidents({ from: view.period.from, to: view.through }),
    comparableHref: context.incidents({
      from: view.period.from,
      to: view.through,
      least: COMPARABLE_FROM,
    }),
  });
  return data.view.period.kind === "year"
    ? [comparison(data.before)]
    : [comparison(data.before), comparison(data.yearBefore)];
}

function barOf(
  { key, label }: Pick<PeriodBar, "key" | "label">,
  part: Total,
  whole: Total,
  href: string,
): PeriodBar {
  const usd = knownUsd(part);
  return {
    key,
    label,
    usd,
    value: formatUsd(usd),
    exact: formatUsdExact(usd),
    share: usd === null ? null : shareInPercent(usd, whole.lossUsd),
    incidents: part.incidents,
    unknownSize: part.unknownSize,
    href,
  };
}

function largestFirst(one: PeriodBar, other: PeriodBar): number {
  return (other.usd ?? -1) - (one.usd ?? -1) || other.incidents - one.incidents;
}

function actorsOf(
  { byActor, levels, total }: PeriodData,
  days: Filters,
  context: PeriodContext,
): PeriodBar[] {
  const named = byActor.actors.map((actor) => ({
    ...barOf(
      { key: actor.slug, label: actor.name },
      actor,
      total,
      context.incidents({ ...days, actor: actor.slug }),
    ),
    levels: levels.filter((level) => level.actor === actor.slug && level.amount > 0),
  }));
  const { unattributed } = byActor;
  if (unattributed.incidents === 0) return named;
  return [
    ...named,
    barOf(
      { key: NOBODY, label: "Attributed to nobody" },
      unattributed,
      total,
      context.incidents({ ...days, actor: "none" }),
    ),
  ];
}

function totalOf(rows: readonly KeyedTotal[], key: string): Total {
  return rows.find((row) => row.key === key) ?? { incidents: 0, unknownSize: 0, lossUsd: 0 };
}

function columnsOf(data: PeriodData, context: PeriodContext): PeriodColumn[] {
  const { period, through } = data.view;
  const young = context.covered?.young ?? null;
  // What editors had not looked at is drawn as blank; what only was not asked for, is not drawn.
  const end = context.covered?.through === through ? period.to : through;
  return periodsBetween("month", data.yearBefore.view.period.from, end)
    .reverse()
    .map((month) => {
      const uncovered = month.from > through;
      const view = uncovered ? { period: month, through: month.to } : cutAt(month, through);
      const total = totalOf(data.months, month.key);
      return {
        key: month.key,
        label: dateInShort(month.key).slice(0, 3),
        usd: total.lossUsd,
        value: formatUsd(knownUsd(total)),
        marked: month.from >= period.from,
        unfinished: isUnfinished(view),
        young: young !== null && !uncovered && month.to >= young.from,
        uncovered,
        href: context.period(view),
      };
    });
}

function partsWithin(data: PeriodData, context: PeriodContext): PeriodShare[] {
  const { period, through } = data.view;
  const part = (of: Period, rows: readonly KeyedTotal[]): PeriodShare => {
    const total = totalOf(rows, of.key);
    return {
      key: of.key,
      label: of.kind === "month" ? periodText(of) : periodInShort(of),
      value: formatUsd(knownUsd(total)),
      incidents: total.incidents,
      href: context.period(cutAt(of, through)),
    };
  };
  const begun = (of: Period) => of.from <= through;
  const within = partsOf(period).filter(begun);
  if (period.kind !== "year") return within.map((month) => part(month, data.months));
  const undated = totalOf(data.quarters, period.key);
  return [
    ...within.flatMap((quarter) => [
      part(quarter, data.quarters),
      ...partsOf(quarter)
        .filter(begun)
        .map((month) => part(month, data.months)),
    ]),
    ...(undated.incidents === 0
      ? []
      : [
          {
            key: UNDATED,
            label: "Month not known",
            value: formatUsd(knownUsd(undated)),
            incidents: undated.incidents,
            href: context.incidents({ from: period.from, to: through, date: "year" }),
          },
        ]),
  ];
}

/** How surely each actor is named: `Losses attributed to North Korea: $238m confirmed to $330m suspected.` */
function rangesText(actors: readonly PeriodBar[]): string | null {
  const texts = actors.flatMap(({ label, levels = [] }) => {
    const range = rangeText(levels, formatUsd);
    return range === null ? [] : [`${label}: ${range}`];
  });
  if (texts.length === 0) return null;
  const left = texts.length - MOST_RANGES;
  const shown = texts.slice(0, MOST_RANGES).join("; ");
  return `Losses attributed to ${shown}${left > 0 ? `; and ${left} more` : ""}.`;
}
const MOST_RANGES = 4;

function pictureNotesOf(
  columns: readonly PeriodColumn[],
  comparisons: readonly PeriodComparison[],
  { covered }: PeriodContext,
): string[] {
  const months = (count: number) => (count === 1 ? "month" : "months");
  const young = columns.filter((column) => column.young).length;
  const within = covered?.young?.within;
  return [
    ...(columns.some((column) => column.uncovered)
      ? ["Blank months are not yet covered, which is not zero."]
      : []),
    ...(columns.some((column) => column.unfinished) ? ["The dashed month is not over."] : []),
    ...(young > 0 && within !== undefined
      ? [`The shaded ${months(young)} may still grow: ${lagText(within)}.`]
      : []),
    ...(comparisons.some(({ sourcesDiffer }) => sourcesDiffer)
      ? ["Where sources differ, a part of the change may be theirs."]
      : []),
  ];
}

function notesOf({ view, total, unplaced, quarters, byActor }: PeriodData): string[] {
  const notes: string[] = [];
  if (isUnfinished(view)) {
    notes.push(
      `Counted through ${dateText(view.through)}; other periods are cut at the same day to be held against it.`,
    );
  }
  if (total.unknownSize > 0) {
    notes.push(
      `${incidentsCounted(total.unknownSize)} of unknown size ${total.unknownSize === 1 ? "is" : "are"} left out of the amounts.`,
    );
  }
  const undated = totalOf(quarters, view.period.key);
  if (undated.incidents > 0) {
    notes.push(
      `${incidentsCounted(undated.incidents)} known only to the year ${undated.incidents === 1 ? "is" : "are"} in the total and in no month.`,
    );
  }
  const left = unplacedText(unplaced);
  if (left !== null) notes.push(`${left}.`);
  if (byActor.sharedIncidents > 0) {
    notes.push(
      `${incidentsCounted(byActor.sharedIncidents)} attributed to several actors ${byActor.sharedIncidents === 1 ? "counts" : "count"} once for each of them.${chargedTogetherText(byActor.sharedIncidents, byActor.chargedTogether)}`,
    );
  }
  return notes;
}
