import type { ChartWords } from "@/lib/statistics/charts/language/chart-words";
import type { Language } from "@/lib/statistics/charts/language/languages";
import type { NamedFilter } from "@/lib/statistics/charts/text/named-filter";
import type { Filters } from "@/lib/statistics/rules/views";
import type { Day } from "@/lib/values/dates/day";
import type { Texture } from "./textures";

/** A cell of the table beside a chart; `href` leads to the incidents behind a number, null where none does. */
export interface TableCell {
  text: string;
  href: string | null;
}

interface TableRow {
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

/** A table as files carry it: unrounded, days as `YYYY-MM-DD`, dates as they are known, null where not known or not counted. */
export interface DataTable {
  columns: DataColumn[];
  /** In the order of the columns. */
  rows: (string | number | null)[][];
}

/** How the rows of a chart's numbers add up to its totals. */
export interface RowSums {
  /** The name of the column that adds up. */
  column: string;
  /** The column whose values have a total each; null where there is only the total of all. */
  by: string | null;
  /** The level whose rows alone are added, where there are parts of parts; null where every row is. */
  level: number | null;
}

/** The numbers of a chart as files carry them: one row a value, and apart from them what they add up to. */
export interface ChartNumbers extends DataTable {
  /** Null where rows add up to nothing. */
  sums: RowSums | null;
  /** Totals, in which each incident counts once; the first column says of what. */
  totals: DataTable;
}

/** What a publisher adds to a chart's picture. */
export interface PublisherFacts {
  headline: string | null;
  subtitle: string | null;
  credit: string | null;
  /** The chart's own alternative text, where the publisher's stands in its place. */
  ownAlternative: string | null;
  /** Whose is what, as the picture says it and with the version; null where nothing in it is the publisher's. */
  whose: string | null;
  whoseInFull: string | null;
}

/** What every chart says beside its drawing. */
export interface ChartFacts {
  /** What is shown: measure, split, everything it is filtered by, and exactly the days counted. */
  title: string;
  /** The same over a picture, where the subtitle holds what would make it too long. */
  heading: string;
  /** Measure, unit, rule and period. */
  subtitle: string;
  /** Where the numbers come from: `Lossline, version 412`. */
  source: string;
  /** The address at which this chart never changes. */
  address: string;
  /** What is left out, unfinished or counted in a way that needs saying. */
  notes: string[];
  /** The incidents that are left out because no day of them is known, and their list; absent where there are none or nothing leads anywhere. */
  unplaced?: { incidents: number; href: string };
  /** "[Kind of chart] of [what] where [the finding]". */
  alternative: string;
  /** The day through which losses are counted. */
  asOf: Day;
  /** What its texts are in; English where it is left out. Numbers for files and the keys of parts are the same in all. */
  language?: Language;
  /** What finds this very chart again; null where none was given. */
  shortId: string | null;
  table: ChartTable;
  numbers: ChartNumbers;
  /** Left out where nobody has added anything. */
  publisher?: PublisherFacts;
}

/** Where the parts of a chart lead. */
export interface ChartLinks {
  incidents(filters: Filters): string;
  incident(slug: string): string;
}

/** Where and at which version a chart stands. */
interface ChartPlace {
  version: number;
  permanentUrl: string;
  shortId?: string;
}

/** What the model of a view needs to know beside its rows. Without links nothing leads anywhere. */
export interface ModelContext extends ChartPlace {
  /** What it says it in; English where it is left out. */
  words?: ChartWords;
  links?: ChartLinks;
}

/** What a builder needs to know beside its rows. */
export interface ChartContext extends ChartPlace {
  /** What it says it in; English where it is left out. */
  words?: ChartWords;
  /** The rule as text without unit and period: `gross, best estimates`. */
  ruleText: string;
  /** What the title names beside measure, split and span; nothing where nothing is filtered. */
  filters?: readonly NamedFilter[];
  /** Whether the span begins with the record itself, and not on a day that somebody chose. */
  isFromStart?: boolean;
  /** The year in whose dollars amounts are; left out where they are those of the time of each theft. */
  dollars?: number | undefined;
}

/** The name of a colour in `app/globals.css` and in the palette. */
export type ChartColour = `--${"cat" | "series" | "bar" | "part"}-${string}`;

/** Something that keeps its colour and that a reader can switch off. */
export interface Series {
  key: string;
  label: string;
  colour: ChartColour;
  /** Over its colour, where colours do not tell it apart; none where it is left out. */
  texture?: Texture;
}
