import type { Filters } from "@/lib/statistics/rules/views";
import type { Day } from "@/lib/values/dates/day";
import type { AmountAxis } from "./money-axis";

/** A cell of the table beside a chart; `href` leads to the incidents behind a number, null where none does. */
export interface TableCell {
  text: string;
  href: string | null;
}

export interface TableRow {
  header: TableCell;
  cells: TableCell[];
  /** How deep the row lies in a tree; 0 for a flat table. */
  depth: number;
  /** A sum of the rows, or the row that the chart singles out. */
  strong: boolean;
}

/** The numbers of a chart once more, unrounded. */
export interface ChartTable {
  /** Headings, the row headers' own first. */
  columns: string[];
  rows: TableRow[];
}

/** A column of a chart's numbers as a file holds them. A date is a day, or the month or year where no better is known. */
export interface DataColumn {
  /** `loss_usd`: lower case with underscores, the unit in it. */
  name: string;
  /** What it is called and means, for people. */
  title: string;
  kind: "text" | "day" | "date" | "whole" | "number";
  /** Null where there is none. */
  unit: string | null;
}

/** The numbers of a chart as files carry them: unrounded, days as `YYYY-MM-DD`, dates as they are known, null where not known or not counted. */
export interface ChartNumbers {
  columns: DataColumn[];
  /** In the order of the columns. */
  rows: (string | number | null)[][];
}

/** What every chart says beside its drawing. */
export interface ChartFacts {
  /** What is shown, in ten words or fewer. */
  title: string;
  /** Measure, unit, rule and period. */
  subtitle: string;
  /** Where the numbers come from: `Lossline, version 412`. */
  source: string;
  /** The address at which this chart never changes. */
  address: string;
  /** What is left out, unfinished or counted in a way that needs saying. */
  notes: string[];
  /** "[Kind of chart] of [what] where [the finding]". */
  alternative: string;
  /** The day through which losses are counted. */
  asOf: Day;
  /** What finds this very chart again; null where none was given. */
  shortId: string | null;
  table: ChartTable;
  numbers: ChartNumbers;
}

/** Where the parts of a chart lead. */
export interface ChartLinks {
  incidents(filters: Filters): string;
  incident(slug: string): string;
}

/** Where and at which version a chart stands. */
export interface ChartPlace {
  version: number;
  permanentUrl: string;
  shortId?: string;
}

/** What the model of a view needs to know beside its rows. Without links nothing leads anywhere. */
export interface ModelContext extends ChartPlace {
  links?: ChartLinks;
}

/** What a builder needs to know beside its rows. */
export interface ChartContext extends ChartPlace {
  /** The rule as text without unit and period: `gross, best estimates`. */
  ruleText: string;
  /** What the title names beside measure, split and span; nothing where nothing is filtered. */
  filters?: readonly string[];
  /** Whether the span begins with the record itself, and not on a day that somebody chose. */
  isFromStart?: boolean;
}

/** The name of a colour in `app/globals.css` and in the palette. */
export type ChartColour = `--${"cat" | "series" | "bar" | "part"}-${string}`;

/** Something that keeps its colour and that a reader can switch off. */
export interface Series {
  key: string;
  label: string;
  colour: ChartColour;
}

export type PeriodState = "counted" | "unfinished" | "blank";

export interface PeriodColumn {
  /** `2023-09`, `2023-Q3` or `2023`. */
  period: string;
  /** `Sep`, `Q3` or `2023`. */
  label: string;
  /** `2023` where the label does not say it, else null. */
  year: string | null;
  /** `to 15` under a month that the span cuts, else null. */
  until: string | null;
  /** A blank column lies after the last day counted: nothing is known about it, so nothing is drawn. */
  state: PeriodState;
  /** Each incident once. */
  incidents: number;
  /** Incidents that the amounts leave out, because nobody knows theirs. */
  unknownSize: number;
  /** Each incident once; less than the parts' sum where they overlap. */
  total: number;
  /** In the order of the series. */
  amounts: number[];
  /** Where the marks lead, in the order of the series; null where no address was given. */
  hrefs: (string | null)[];
}

/** Columns a month, quarter or year, stacked by what incidents have in common; the first series at the bottom. */
export interface ColumnPlot {
  kind: "columns";
  axis: AmountAxis;
  /** With what each adds up to; null where nobody knows that of any of its incidents. */
  series: (Series & { amount: number | null })[];
  columns: PeriodColumn[];
}

export interface YearLine extends Series {
  year: number;
  /** Places in a leap year (0 to 365) on which something was added, ascending. */
  days: number[];
  /** What each of those days added. */
  added: number[];
  /** At the line's end: the year's whole amount, or that through the day shown. */
  amount: number;
  /** Through the same day of this year as the chart is drawn for. */
  amountAtThrough: number;
}

/** Amounts adding up through the year; the first line is the year shown. */
export interface CumulativePlot {
  kind: "cumulative";
  axis: AmountAxis;
  /** Place in a leap year (0 to 365) at which the first line ends. */
  through: number;
  /** `15 Sep`. */
  throughLabel: string;
  series: YearLine[];
}

export interface RankedBar {
  key: string;
  label: string;
  /** A part of what is ranked; the smaller ones together; or what belongs to no part. */
  kind: "part" | "rest" | "nobody";
  /** 0 for a part that is part of no other. */
  depth: number;
  /** Null where every incident's is unknown, and for a rest that has no honest sum. */
  amount: number | null;
  incidents: number;
  unknownSize: number;
  /** What is said behind the amount: a share, a number of incidents, a day. */
  aside: string;
  /** The least and most that sources say; null where they agree. */
  range: { low: number; high: number } | null;
  href: string | null;
}

/** Ranked bars; where they form a tree, wholes come before their parts. */
export interface BarPlot {
  kind: "bars";
  axis: AmountAxis;
  bars: RankedBar[];
}

export interface Dot {
  slug: string;
  label: string;
  /** As precisely as it is known: `2023-09-12`, `2023-09` or `2023`. */
  occurredOn: string;
  /** Where it is drawn, on the first day that it can have been: days since the span's first. */
  at: number;
  amount: number;
  colour: ChartColour;
  range: { low: number; high: number } | null;
  href: string | null;
}

/** Incidents of one kind, as places in the order of time. */
export interface DotSeries extends Series {
  /** Days since the span's first, ascending, and each one's amount. */
  days: number[];
  amounts: number[];
}

/** Every incident by day and size; the largest are named. */
export interface DotPlot {
  kind: "dots";
  axis: AmountAxis;
  from: Day;
  to: Day;
  /** From the first to the last: 0 for a single day. */
  days: number;
  series: DotSeries[];
  /** The largest first; those without room stay unnamed. */
  named: Dot[];
  /** Days since the span's first on which something of unknown size happened. */
  unknownDays: number[];
}

export interface HeatCell {
  /** Null where no incident counts, and where nobody knows that of any. */
  amount: number | null;
  incidents: number;
  href: string | null;
}

export interface HeatRow {
  key: string;
  label: string;
  kind: RankedBar["kind"];
  depth: number;
  /** In the order of the columns; none for a row that only says how many more there are. */
  cells: HeatCell[];
  /** Over all years. */
  amount: number | null;
}

/** Rows by years, each cell with its amount. */
export interface HeatPlot {
  kind: "heat";
  axis: AmountAxis;
  /** `2023`; with `until` where the span cuts it. */
  columns: { label: string; until: string | null }[];
  rows: HeatRow[];
}

/** What is also drawn live. */
export type LivePlot = ColumnPlot | CumulativePlot | BarPlot;
export type ChartPlot = LivePlot | DotPlot | HeatPlot;

export type ColumnModel = ChartFacts & { kind: "columns"; plot: ColumnPlot };
export type CumulativeModel = ChartFacts & { kind: "cumulative"; plot: CumulativePlot };
export type BarModel = ChartFacts & { kind: "bars"; plot: BarPlot };
export type DotModel = ChartFacts & { kind: "dots"; plot: DotPlot };
export type HeatModel = ChartFacts & { kind: "heat"; plot: HeatPlot };

/**
 * A chart as plain, serialisable data: everything a drawing needs and nothing about pixels. `plot` is
 * what is drawn; the rest is said around it.
 */
export type ChartModel = ColumnModel | CumulativeModel | BarModel | DotModel | HeatModel;
