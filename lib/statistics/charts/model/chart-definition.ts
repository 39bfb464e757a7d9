import type { CoveredDays } from "@/lib/record/coverage/source-lag";
import type { ChartHrefs } from "@/lib/statistics/charts/model/chart-hrefs";
import type {
  ChartContext,
  ChartFacts,
  ChartLinks,
} from "@/lib/statistics/charts/model/chart-model";
import type { CountingRule } from "@/lib/statistics/rules/counting-rule";
import type { Axis, Dimension, Measure, ParameterName } from "@/lib/statistics/rules/parameters";
import type { Measured } from "@/lib/statistics/totals/measured";
import type { PublishedTotal } from "@/lib/statistics/totals/published-total";
import type { Day } from "@/lib/values/dates/day";

/** Everything of a chart's view but which chart it is. */
export interface ChartChoices extends CountingRule {
  axis: Axis;
  /** How many bars, rows or labelled dots at most. */
  top: number;
  /** How many years are compared, the one shown among them. */
  years: number;
}

/** What a chart says of itself in words, in which what a column is does not occur. */
export type ChartRule = Omit<ChartChoices, "interval">;

/** What those are called that a view filters by; null where it filters by none. */
export interface NamesInRule {
  actorName: string | null;
  targetName: string | null;
}

/** What the rows of every chart say beside themselves. */
export interface RowsFacts extends NamesInRule {
  /** From the first day counted, the record's own first where the view names none. */
  span: { from: Day; to: Day };
  /** What the span may hold, and is known too little of to count in it. */
  unplaced: Measured;
  /** What the chart's total was as its version was published; null where that counts by the newest rules. */
  published: PublishedTotal | null;
  /** How far editors had looked; null where no coverage is stated. */
  covered: CoveredDays | null;
}

/** What a chart is made of beside its rows. */
export interface ChartRequest {
  view: ChartChoices;
  /** What every model says of its rule and place. */
  context: ChartContext & { measure: Measure };
  /** Where parts of the chart lead; undefined where nothing leads anywhere. */
  links: ChartLinks | undefined;
  hrefs: ChartHrefs | undefined;
}

/** A chart: what is true of it before anybody chooses anything, and how its rows become a model. */
export interface ChartDefinition<Rows, Model extends ChartFacts> {
  title: string;
  /** What it shows, in a sentence. */
  description: string;
  /** Which parameters it knows beside the filters. */
  knows: readonly ParameterName[];
  /** The period without one given: the year to date, or everything. */
  period: "year" | "all";
  /** What it is split by where nothing is given; null where it is not split. */
  by: Dimension | null;
  axis: Axis;
  /** What its axis can be, and why it is nothing else. */
  axes: AxisChoices;
  top: number;
  /** Whether amounts can be something else than losses. */
  measures: readonly Measure[];
  /** Whether it is a line a thing, which a phone gives more height to be read. */
  isList: boolean;
  /** Whether it shows when things happened. */
  isOverTime: boolean;
  /** What its thumbnail asks for: no more bars or dots than can be told apart in it. */
  thumbnail: Partial<Pick<ChartChoices, "filters" | "top">>;
  model(request: ChartRequest, rows: Rows & RowsFacts): Model;
}

/** The parameters by which a chart knows any period. */
export const ANY_PERIOD = ["year", "through", "from", "to"] as const;
export const EVERY_MEASURE = ["gross", "net", "returned", "count"] as const;
/** Of charts whose parts need not add up. */
export const WITH_MEDIAN = [...EVERY_MEASURE, "median"] as const;

/** What an axis can be, and what is said where it cannot be another. */
export interface AxisChoices {
  allowed: readonly Axis[];
  /** A clause. */
  why: string;
}

/** Of marks that are as long as their amount: only from zero is twice the amount twice as long. */
export const LENGTHS_OR_SHARES: AxisChoices = {
  allowed: ["linear", "share"],
  why: "bars and columns are lengths, which begin at zero",
};
export const LENGTHS: AxisChoices = {
  allowed: ["linear"],
  why: "bars are lengths, which begin at zero, and single incidents are not shown as shares",
};
export const PLACES: AxisChoices = {
  allowed: ["linear", "log"],
  why: "its marks are no parts of a total",
};
export const SHADES: AxisChoices = {
  allowed: ["linear"],
  why: "its cells have shades and no axis",
};
/** The thumbnail of a chart whose bars or rows can be fewer. */
export const FEW_ROWS = { top: 6 } as const;
