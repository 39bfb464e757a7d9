import type { Day } from "@/lib/dates/day";
import type { MoneyAxis } from "./money-axis";

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

/** What every chart says beside its drawing. */
interface ChartFacts {
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
  table: ChartTable;
}

/** What a builder needs to know beside its rows. */
export interface ChartContext {
  version: number;
  permanentUrl: string;
  /** The rule in words without unit and period: `gross, best estimates`. */
  ruleText: string;
}

/** The name of a colour in `app/globals.css`. */
export type ChartColour = `--${"cat" | "series" | "bar"}-${string}`;

/** Something that keeps its colour and that a reader can switch off. */
export interface Series {
  key: string;
  label: string;
  colour: ChartColour;
}

export type MonthState = "counted" | "unfinished" | "blank";

export interface MonthColumn {
  /** `YYYY-MM`. */
  month: string;
  /** `Sep`. */
  label: string;
  /** `to 15` under a month that `through` cuts, else null. */
  until: string | null;
  /** A blank month lies after `through`: nothing is known about it, so nothing is drawn. */
  state: MonthState;
  incidents: number;
  unknownSize: number;
  /** US dollars, in the order of the series. */
  usd: number[];
  /** Where the marks lead, in the order of the series; null where no address was given. */
  hrefs: (string | null)[];
}

/** Columns stacked by category, the first series at the bottom. */
export interface MonthlyPlot {
  kind: "monthly";
  axis: MoneyAxis;
  /** With what each adds up to, in US dollars. */
  series: (Series & { usd: number })[];
  /** Always the year's twelve. */
  months: MonthColumn[];
}

export interface YearLine extends Series {
  year: number;
  /** Places in a leap year (0 to 365) on which something was lost, ascending. */
  days: number[];
  /** US dollars that each of those days added. */
  added: number[];
  /** US dollars at the line's end: the year's whole loss, or that through the day shown. */
  usd: number;
  /** US dollars through the same day of this year as the chart is drawn for. */
  usdAtThrough: number;
}

/** Losses adding up through the year; the first line is the year shown. */
export interface CumulativePlot {
  kind: "cumulative";
  axis: MoneyAxis;
  /** Place in a leap year (0 to 365) at which the first line ends. */
  through: number;
  /** `15 Sep`. */
  throughLabel: string;
  series: YearLine[];
}

export interface ActorBar {
  key: string;
  label: string;
  kind: "actor" | "rest" | "unattributed";
  /** 0 for an actor that is part of no other. */
  depth: number;
  /** US dollars; null where every incident's size is unknown, and for the rest, which has no honest sum. */
  usd: number | null;
  incidents: number;
  unknownSize: number;
  href: string | null;
}

/** The tree of actors as bars, wholes before their parts, the unattributed last. */
export interface ActorPlot {
  kind: "actors";
  axis: MoneyAxis;
  bars: ActorBar[];
}

export type ChartPlot = MonthlyPlot | CumulativePlot | ActorPlot;

export type MonthlyModel = ChartFacts & { kind: "monthly"; plot: MonthlyPlot };
export type CumulativeModel = ChartFacts & { kind: "cumulative"; plot: CumulativePlot };
export type ActorModel = ChartFacts & { kind: "actors"; plot: ActorPlot };

/**
 * A chart as plain, serialisable data: everything a drawing needs and nothing about pixels. `plot` is
 * what is drawn; the rest is said around it.
 */
export type ChartModel = MonthlyModel | CumulativeModel | ActorModel;
