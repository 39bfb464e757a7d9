import type { LegalStatusInName } from "@/lib/record/actors/legal-status";
import type { Dimension, Estimate, Interval, Measure } from "@/lib/statistics/rules/parameters";
import type { Level } from "@/lib/statistics/totals/level";
import type { Sourcing } from "@/lib/values/sources/sourcing";
import type { Category, Confidence, TargetKind } from "@/lib/values/taxonomy/taxonomy";
import type { DateWords } from "./date-words";
import type { Language } from "./languages";
import type { NumberWords } from "./number-words";
import type { StatisticWords } from "./statistics/statistic-words";

/** What a title says that a chart is split by. */
export type SplitPart = Interval | Dimension | "day" | "size";

/** What small rows or parts are, where they are counted together. */
export type RankedNoun = "actor" | "incident" | "technique" | "target" | "chain";

/** The parts of a title, each already in the language; how they stand is the language's own. */
export interface SaidTitle {
  subject: string;
  split: string | null;
  /** The year in whose dollars amounts are; null where they are those of the time of each theft. */
  dollars: number | null;
  filters: readonly string[];
  span: string;
  against: string | null;
}

/** What a column chart's note says of periods that are counted only in part, or not at all. */
export interface Unfinished {
  interval: Interval;
  /** How many are dashed. */
  dashed: number;
  /** The first day counted, in words, where one begins before it; the last where one ends after it. */
  from: string | null;
  through: string | null;
  /** Whether later ones are blank, and whether because editors have looked no further. */
  blank: "none" | "uncovered" | "uncounted";
  /** The last day counted, in words. */
  last: string;
}

/** The part of a column that an alternative text names. */
export interface LargestPart {
  /** What it is: a value of the dimension, one that nobody knows, several together, or the smaller ones. */
  kind: "value" | "unknown" | "several" | "others";
  by: Dimension;
  measure: Measure;
  label: string;
  isMost: boolean;
}

/**
 * Every fixed word of a chart in one language: whole sentences with places for numbers and names, so that none is put
 * together in another language's order. A language that lacks one does not compile. Names from the record (actors,
 * targets, incidents, chains) are never translated; the taxonomy's terms are.
 */
export interface ChartWords {
  language: Language;
  direction: "ltr" | "rtl";
  /** Whether lines may break between any two letters, because words are not set apart. */
  isUnspaced: boolean;
  /** What joins the parts of a subtitle. */
  comma: string;
  /** What ends a sentence, and what stands between a title and what is said of it. */
  stop: string;
  colon: string;
  number: NumberWords;
  date: DateWords;
  /** `1 incident`, `1,974 incidents`. */
  incidents(count: number): string;
  /** A list of names or years in a sentence: `a, b and c`. */
  list(parts: readonly string[]): string;

  subject: Record<Measure, string>;
  cumulative: Record<Measure, string>;
  /** Of parts that are shown as shares. */
  share: Record<Measure, string>;
  /** Incidents one by one, each a dot. */
  eachIncident: string;
  largest: Record<Measure, string>;
  /** Where somebody asked for so many of them. */
  largestOfMany(count: number, measure: Measure): string;
  splitNames: Record<SplitPart, string>;
  split(names: readonly string[]): string;
  title(parts: SaidTitle): string;
  moreFilters(count: number): string;

  category: Record<Category, string>;
  /** By the taxonomy's names; an editor's own have none. */
  technique: Readonly<Record<string, string>>;
  target: Record<TargetKind, string>;
  /** Several of a kind, as a title names what was robbed. */
  targets: Record<TargetKind, string>;
  confidence: Record<Level, string>;
  sourcing: Record<Sourcing, string>;
  /** The legal status of a person beside the name; `when` is a month in words. */
  legalStatus(status: LegalStatusInName, when: string | null): string;
  /** A term or title within a sentence: many languages write it with a small letter there. */
  inside(term: string): string;

  filter: {
    byNobody: string;
    by(name: string): string;
    byAnyone: string;
    surely: Record<Confidence, string>;
    unknownMeans: string;
    unknownTechnique: string;
    at(name: string): string;
    spelt(name: string): string;
    on(chain: string): string;
    least(amount: string): string;
    marked(label: string): string;
    mentioning(text: string): string;
    /** How many bars or rows are shown at most. */
    upTo(top: number): string;
    estimates: Record<Estimate, string>;
  };
  rule: {
    gross: string;
    net: string;
    returned: string;
    median: string;
    category(term: string): string;
    technique(term: string): string;
    target(term: string): string;
    leastSure(confidence: Confidence): string;
  };
  subtitle: {
    /** A unit, at the time of theft or in the dollars of a year by the CPI-U; null of what came back. */
    amounts(unit: string, when: "theft" | number | null): string;
    percentOfIncidents: string;
    percentOfDollars: string;
    numberOfIncidents: string;
    cumulative: string;
    logarithmic: string;
    earlierInFull: string;
  };

  kind: Record<
    "bars" | "columns" | "stacked" | "steps" | "logSteps" | "dots" | "logDots" | "heat",
    string
  >;
  alternative(kind: string, title: string, finding: string): string;

  label: {
    unknown: string;
    notKnown: string;
    noChain: string;
    notAttributed: string;
    attributed: string;
    /** The same beside a swatch. */
    notAttributedKey: string;
    severalChains: string;
    severalActors: string;
    others(count: number): string;
    nothing: string;
    /** Where there is nothing that a median could be of, and behind the median of all. */
    none: string;
    overall: string;
    notYetCovered: string;
    notCounted: string;
    /** On the day compared: `by 15 Sep: $12m`. */
    byDay(day: string, amount: string): string;
    /** A year's end: `2023: $12m`. */
    yearAmount(year: string, amount: string): string;
    partlyUnknown(incidents: number, unknown: number): string;
    partlyReturned(incidents: number, known: number): string;
    /** Smaller ones together, the largest of them with `most`; null where no amount of them is known. */
    rest(count: number, noun: RankedNoun, most: string | null, measure: Measure): string;
    range(least: string, surest: Confidence, most: string, leastSure: Confidence): string;
    sure(amount: string, confidence: Confidence): string;
    /** Of a person whom a court has acquitted. */
    acquitted(amount: string): string;
  };

  note: {
    unknownSize(count: number, measure: Measure): string;
    imprecise(count: number): string;
    unfinished(of: Unfinished): string;
    /** More thefts make a sum larger; a median or share may also shrink. */
    young(interval: Interval, count: number, within: number, mayShrink: boolean): string;
    /** What 100 % of a column is, and of ranked bars. */
    columnShare(interval: Interval, measure: Measure): string;
    totalShare(measure: Measure, total: string): string;
    /** Why shares of actors and their parts add up to more than 100 %. */
    treeShare: string;
    logLines: string;
    /** Of how many incidents medians are. */
    median(interval: Interval, least: number, most: number): string;
    /** By which index amounts are in a year's dollars; `isBack` where they hold what came back. */
    inDollars(year: number, isBack: boolean): string;
    /** That the index of a year, or of it and later ones, is not known yet. */
    noIndexYet(first: number, hasLater: boolean): string;
    thresholdAtTheft: string;
    severalActors(count: number): string;
    chargedTogether(shared: number, together: number): string;
    dividedChains(count: number): string;
    undividedChains: string;
    undated(count: number, interval: Interval): string;
    interval(fitting: Interval): string;
    lessSure(confidence: Confidence): string;
    uncovered(day: string): string;
    mayGain(day: string, within: number): string;
    unplaced(count: number, isUnknown: boolean, amount: string | null): string;
    published(newest: number, old: number, version: number, was: string): string;
    levels(shown: readonly Confidence[]): string;
    acquitted: string;
    /** What is attributed to each of some actors in a span, with how sure that is. */
    actorRanges(
      measure: Measure,
      span: string,
      named: readonly (readonly [name: string, range: string])[],
    ): string;
    indentedBars: string;
    indentedRows: string;
    sharedActors(count: number): string;
    blank: string;
    dashed(day: string): string;
    otherSources(year: number, years: string): string;
    impreciseSteps(count: number): string;
    unknownByYear(counts: string, measure: Measure): string;
    ranges: string;
    below(count: number, amount: string): string;
    unknownTicks(count: number): string;
    bounded(count: number): string;
  };

  finding: {
    nothing: string;
    nothingThrough(day: string): string;
    noAmountThrough(day: string): string;
    noneThrough(day: string, isMoney: boolean): string;
    sizeUnknown(count: number): string;
    nothingAboveZero: string;
    nothingReturned: string;
    noBestEstimate(count: number): string;
    largestPeriod(period: string, interval: Interval, amount: string): string;
    largestMedianPeriod(period: string, interval: Interval, amount: string): string;
    /** The part with most of all. */
    shareOfAll(percent: string, all: string, part: LargestPart): string;
    largestMedian(name: string, amount: string, all: string): string;
    /** With the largest part of it. */
    largestPart(period: string, part: LargestPart): string;
    largestOf(name: string, amount: string, share: string): string;
    severalChains: string;
    partNotKnown: string;
    largestIncident(name: string, day: string, amount: string, share: string): string;
    largestDot(name: string, day: string, amount: string): string;
    reaching(count: number, incidents: number, amount: string): string;
    nobodyNamed(count: number, isSurely: boolean): string;
    noAmountNamed: string;
    nothingNamed: string;
    /** With its share of the total where shares are shown. */
    mostNamed(name: string, range: string, share: string | null): string;
    restNamed(amount: string, isMany: boolean, isSurely: boolean): string;
    largestYear(name: string, year: number, amount: string): string;
    reached(year: string, amount: string, day: string): string;
    reachedUnknown(year: string, day: string): string;
    againstYear(reached: string, amount: string | null, year: string): string;
  };

  table: {
    interval: Record<Interval, string>;
    dimension: Record<Dimension, string>;
    incident: string;
    date: string;
    incidents: string;
    share: string;
    lowest: string;
    highest: string;
    through: string;
    endOfFebruary: string;
    amounts: Record<Measure, string>;
    /** A heading of those for amounts in a year's dollars. */
    inDollars(heading: string, year: number): string;
    unknownSize: string;
    nobodySaid: string;
    all: string;
    allCategories: string;
    allOnce: string;
    allYears: string;
    allYearsIncidents: string;
    undated(year: string, interval: Interval): string;
    ofWhich(level: Level): string;
    more(count: number): string;
    upTo(amount: string): string;
    atLeast(amount: string): string;
    between(low: string, high: string): string;
  };

  /** Of charts of quantiles, sizes, the largest losses and recoveries. */
  statistics: StatisticWords;

  frame: {
    source(version: number): string;
    /** The line under a picture; the licence is called the same everywhere. */
    line(source: string, through: string, licence: string): string;
    /** Under a picture that goes into somebody else's page: up to the link to its source, and after it. */
    sourceBefore: string;
    /** What leads from an embed to the page of the chart. */
    toPage: string;
  };
  publisher: {
    note(text: string): string;
    annotation(name: string, text: string): string;
    credit(name: string): string;
    parts: Record<"headline" | "subtitle" | "note" | "alt" | "highlight" | "mark", string>;
    /** Several of what `parts` calls `mark`. */
    annotations: string;
    whose(parts: string): string;
    data(source: string): string;
    /** Between what is whose. */
    semicolon: string;
  };
}

/** What of it a drawing writes by itself. */
export type PlotWords = Pick<
  ChartWords,
  "language" | "direction" | "isUnspaced" | "number" | "date" | "incidents" | "confidence" | "label"
>;
