import type { HeatModel, HeatPlot, HeatRow } from "@/lib/statistics/charts/heat/heat-plot";
import type { ActorYear } from "@/lib/statistics/charts/heat/heat-rows";
import type { ChartWords } from "@/lib/statistics/charts/language/chart-words";
import { ENGLISH } from "@/lib/statistics/charts/language/en";
import {
  ACTOR_COLUMNS,
  OVERLAP_CELLS,
  overlapOf,
} from "@/lib/statistics/charts/model/actor-numbers";
import { amountKindOf, amountText, formatAmountExact } from "@/lib/statistics/charts/model/amount";
import { axisPeriods } from "@/lib/statistics/charts/model/axis-periods";
import type {
  ChartContext,
  ChartNumbers,
  ChartTable,
} from "@/lib/statistics/charts/model/chart-model";
import {
  amountColumn,
  chartNumbers,
  type NamedTotal,
  unknownCells,
  unknownColumns,
  WHOLE,
  wholeColumn,
} from "@/lib/statistics/charts/model/chart-numbers";
import { amountAxis, moneyAxis } from "@/lib/statistics/charts/model/money-axis";
import { type BarTotal, knownAmount, restBar, restOf } from "@/lib/statistics/charts/text/bar-text";
import {
  dimensionNoun,
  measureNoun,
  type Span,
  sourceText,
  spanText,
  subtitleOf,
  unknownSizeNotes,
} from "@/lib/statistics/charts/text/chart-text";
import { alternativeText, titleParts, titlesOf } from "@/lib/statistics/charts/text/chart-title";
import type { Measure } from "@/lib/statistics/rules/parameters";
import type { Measured } from "@/lib/statistics/totals/measured";
import { OTHERS, UNATTRIBUTED } from "@/lib/statistics/totals/own-parts";
import { earlierOf, laterOf, yearOf } from "@/lib/values/dates/day";
import { grouped } from "@/lib/values/lists/grouped";

interface ActorYears extends ChartContext {
  measure: Measure;
  span: Span;
  rows: readonly ActorYear[];
  unattributed: readonly (Measured & { year: number })[];
  years: readonly (Measured & { year: number })[];
  actors: readonly { slug: string; name: string; parent: string | null }[];
  /** Rows at most, that of nobody and that of the rest among them. */
  top: number;
  /** The incidents of an actor (null: of nobody) in a span. */
  hrefFor?: ((actor: string | null, span: Span) => string | null) | undefined;
}

type ByYear = ReadonlyMap<number, Measured>;

interface Node {
  slug: string;
  label: string;
  depth: number;
  byYear: ByYear;
  total: BarTotal;
}

function sumOf(rows: Iterable<Measured>): BarTotal {
  const sum = { incidents: 0, unknownSize: 0, amount: 0 };
  for (const row of rows) {
    sum.incidents += row.incidents;
    sum.unknownSize += row.unknownSize;
    sum.amount += row.amount;
  }
  return sum;
}

/** The actors under the rule in the order of a tree: the largest first, each before its parts. */
function treeOf({ actors, rows }: ActorYears): Node[] {
  const byActor = grouped(rows, (row) => row.actor);
  const nodes = new Map<string, Omit<Node, "depth">>();
  for (const { slug, name } of actors) {
    const own = byActor.get(slug);
    if (own === undefined) continue;
    const byYear = new Map(own.map((row) => [row.year, row]));
    nodes.set(slug, { slug, label: name, byYear, total: sumOf(own) });
  }
  const under = (parent: string | null, depth: number): Node[] =>
    actors
      .filter((actor) => actor.parent === parent)
      .flatMap((actor) => nodes.get(actor.slug) ?? [])
      .sort(
        (one, other) =>
          other.total.amount - one.total.amount ||
          other.total.incidents - one.total.incidents ||
          one.label.localeCompare(other.label, "en"),
      )
      .flatMap((node) => [{ ...node, depth }, ...under(node.slug, depth + 1)]);
  return under(null, 0);
}

/** How much each actor is said to have taken in each year: rows of a tree, and last what is attributed to nobody. */
export function actorYears(input: ActorYears): HeatModel {
  const { hrefFor, measure, span, words = ENGLISH } = input;
  const kind = amountKindOf(measure);
  const periods = axisPeriods(span.from, span.to, "year");
  const tree = treeOf(input);
  const nobody = new Map(input.unattributed.map((row) => [row.year, row]));
  const room = input.top - (nobody.size > 0 ? 1 : 0);
  const largest = new Set(
    tree
      .toSorted((one, other) => other.total.amount - one.total.amount)
      .slice(0, Math.max(1, room)),
  );
  const left = tree.filter((node) => !largest.has(node));
  const rowOf = (
    key: string,
    label: string,
    depth: number,
    byYear: ByYear,
    total: BarTotal,
  ): HeatRow => ({
    key,
    label,
    kind: key === UNATTRIBUTED ? "nobody" : "part",
    depth,
    cells: periods.map((period) => {
      const row = byYear.get(yearOf(period.to));
      const days = {
        from: laterOf(period.from, span.from),
        to: earlierOf(period.to, span.to),
      };
      return {
        amount: row === undefined ? null : knownAmount(row),
        incidents: row?.incidents ?? 0,
        href: row && hrefFor ? hrefFor(key === UNATTRIBUTED ? null : key, days) : null,
      };
    }),
    amount: total.incidents === 0 ? null : knownAmount(total),
  });
  const rows: HeatRow[] = tree
    .filter((node) => largest.has(node))
    .map((node) => rowOf(node.slug, node.label, node.depth, node.byYear, node.total));
  if (left.length > 0) {
    const rest = restBar(measure, restOf(left.map((node) => node.total)), "actor", words);
    rows.push({ key: OTHERS, label: rest.label, kind: "rest", depth: 0, cells: [], amount: null });
  }
  if (nobody.size > 0)
    rows.push(rowOf(UNATTRIBUTED, words.label.notAttributed, 0, nobody, sumOf(nobody.values())));
  const most = Math.max(0, ...rows.flatMap((row) => row.cells.map((cell) => cell.amount ?? 0)));
  const plot: HeatPlot = {
    kind: "heat",
    axis: kind === "usd" ? moneyAxis(most, "US$ million") : amountAxis(kind, most),
    columns: periods.map((period) => ({
      label: period.label,
      until: untilOf(period, span, words),
    })),
    rows,
  };
  const all = sumOf(input.years);
  const title = titleParts(
    {
      subject: measureNoun(measure, words),
      split: words.split([dimensionNoun("actor", words), words.splitNames.year]),
    },
    input,
    span,
    words,
  );
  return {
    kind: "heat",
    ...titlesOf(title, words),
    subtitle: subtitleOf(
      measure,
      { ...plot.axis, ofCells: true },
      input.ruleText,
      spanText(span, words),
      { words, dollars: input.dollars },
    ),
    source: sourceText(input.version, words),
    address: input.permanentUrl,
    shortId: input.shortId ?? null,
    notes: [
      ...(tree.some((node) => node.depth > 0) ? [words.note.indentedRows] : []),
      ...(rows.some((row) => row.cells.some((cell) => cell.incidents === 0))
        ? [words.note.blank]
        : []),
      ...unknownSizeNotes(all.unknownSize, measure, words),
    ],
    alternative: alternativeText(words.kind.heat, title, finding(tree, input, all), words),
    asOf: span.to,
    plot,
    table: tableOf(tree, rows, plot, input),
    numbers: numbersOf(tree, input),
  };
}

/** `to 15 Sep` under the year that the span ends in, `from …` under that in which it begins; nothing under a year that does both. */
function untilOf(period: Span, span: Span, { date }: ChartWords): string | null {
  if (period.from < span.from && period.to > span.to) return null;
  if (period.to > span.to) return date.cut("to", span.to, "year");
  return period.from < span.from ? date.cut("from", span.from, "year") : null;
}

function finding(tree: readonly Node[], input: ActorYears, all: BarTotal): string {
  const { words = ENGLISH } = input;
  const said = words.finding;
  if (all.incidents === 0) return said.nothing;
  const kind = amountKindOf(input.measure);
  const cells = tree
    .filter((node) => node.depth === 0)
    .flatMap((node) => [...node.byYear].map(([year, row]) => ({ node, year, row })));
  const [largest] = cells.toSorted((one, other) => other.row.amount - one.row.amount);
  if (largest === undefined) return said.nothingNamed;
  if (largest.row.amount === 0) return said.noAmountNamed;
  const amount = amountText(kind, largest.row.amount, words);
  return said.largestYear(largest.node.label, largest.year, amount);
}

function tableOf(
  tree: readonly Node[],
  rows: readonly HeatRow[],
  plot: HeatPlot,
  { measure, years, words = ENGLISH }: ActorYears,
): ChartTable {
  const { kind } = plot.axis;
  const shown = new Map(rows.map((row) => [row.key, row]));
  const cellsOf = (byYear: ByYear, row: HeatRow | undefined) =>
    plot.columns.map((column, index) => {
      const own = byYear.get(Number(column.label));
      return {
        text: own === undefined ? "" : formatAmountExact(kind, knownAmount(own), words),
        href: row?.cells[index]?.href ?? null,
      };
    });
  const total = (of: BarTotal) => ({
    text: formatAmountExact(kind, knownAmount(of), words),
    href: null,
  });
  const nobody = shown.get(UNATTRIBUTED);
  const byYear = new Map(years.map((row) => [row.year, row]));
  return {
    columns: [
      words.table.dimension.actor,
      ...plot.columns.map((column) => column.label),
      measure === "count" ? words.table.allYearsIncidents : words.table.allYears,
    ],
    rows: [
      ...tree.map((node) => ({
        header: { text: node.label, href: null },
        cells: [...cellsOf(node.byYear, shown.get(node.slug)), total(node.total)],
        depth: node.depth,
        strong: false,
      })),
      ...(nobody === undefined
        ? []
        : [
            {
              header: { text: nobody.label, href: null },
              cells: [
                ...nobody.cells.map((cell) => ({
                  text: cell.incidents === 0 ? "" : formatAmountExact(kind, cell.amount, words),
                  href: cell.href,
                })),
                { text: formatAmountExact(kind, nobody.amount, words), href: null },
              ],
              depth: 0,
              strong: false,
            },
          ]),
      {
        header: { text: words.table.all, href: null },
        cells: [...cellsOf(byYear, undefined), total(sumOf(years))],
        depth: 0,
        strong: true,
      },
    ],
  };
}

/** A row for each actor and year that holds an incident, and for each year in which actors share some. */
function numbersOf(tree: readonly Node[], input: ActorYears): ChartNumbers {
  const { measure, unattributed, years } = input;
  const parents = new Map(input.actors.map((actor) => [actor.slug, actor.parent]));
  const rowsOf = (
    cells: readonly (string | number | null)[],
    byYear: Iterable<Measured & { year: number }>,
  ) =>
    [...byYear]
      .sort((one, other) => one.year - other.year)
      .map((row) => [...cells, row.year, knownAmount(row), ...unknownCells(measure, row)]);
  const first = tree.filter((node) => node.depth === 0);
  const overlaps = years.flatMap((total) => {
    const nobody = unattributed.filter((row) => row.year === total.year);
    const named = first.flatMap((node) => node.byYear.get(total.year) ?? []);
    return overlapOf(total, [...named, ...nobody]).map((of) => ({ ...of, year: total.year }));
  });
  const amount = amountColumn(measure);
  return chartNumbers(
    measure,
    {
      columns: [
        ...ACTOR_COLUMNS,
        wholeColumn("year", "year", null),
        amount,
        ...unknownColumns(measure),
      ],
      rows: [
        ...tree.flatMap((node) =>
          rowsOf(
            [node.slug, node.label, node.depth + 1, parents.get(node.slug) ?? null],
            [...node.byYear].map(([year, row]) => ({ ...row, year })),
          ),
        ),
        ...rowsOf([UNATTRIBUTED, "Not attributed", 1, null], unattributed),
        ...rowsOf(OVERLAP_CELLS, overlaps),
      ],
    },
    { column: amount.name, by: "year", level: 1 },
    [
      ...years
        .toSorted((one, other) => one.year - other.year)
        .map((total): NamedTotal => [String(total.year), total]),
      [WHOLE, sumOf(years)],
    ],
  );
}
