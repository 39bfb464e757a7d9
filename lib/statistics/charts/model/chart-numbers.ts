import { knownMeasure } from "@/lib/statistics/charts/text/bar-text";
import type { Measure } from "@/lib/statistics/rules/parameters";
import type { Measured } from "@/lib/statistics/totals/measured";
import type { ChartNumbers, DataColumn, DataTable } from "./chart-model";

const DOLLARS = "US dollars at the time of theft";

const AMOUNTS: Record<Measure, { name: string; title: string; unit: string }> = {
  gross: { name: "loss_usd", title: "lost", unit: DOLLARS },
  net: { name: "net_loss_usd", title: "lost less what was returned", unit: DOLLARS },
  returned: { name: "returned_usd", title: "known to have been returned", unit: "US dollars" },
  count: { name: "incidents", title: "incidents", unit: "incidents" },
  median: {
    name: "median_loss_usd",
    title: "median of the losses that are known; medians do not add up",
    unit: DOLLARS,
  },
};

/** The column that holds a measure's amounts of everything. */
export function amountColumn(measure: Measure): DataColumn {
  const { name, title, unit } = AMOUNTS[measure];
  return { name, title, kind: measure === "count" ? "whole" : "number", unit };
}

/** A key as a part of a column's name: `wallet-compromise` → `wallet_compromise`. */
export function columnName(key: string): string {
  return key.toLowerCase().replace(/[^a-z0-9]+/g, "_");
}

export const textColumn = (name: string, title: string): DataColumn => ({
  name,
  title,
  kind: "text",
  unit: null,
});

export const dayColumn = (name: string, title: string): DataColumn => ({
  name,
  title,
  kind: "day",
  unit: "UTC day",
});

/** A day as it is known: `2023-09-12`, or `2023-09` or `2023` where no better is known. */
export const dateColumn = (name: string, title: string): DataColumn => ({
  name,
  title: `${title}: a day, or a month or year where no better is known`,
  kind: "date",
  unit: "UTC date",
});

/** How precisely the row's date is known. */
export const PRECISION_COLUMN = textColumn(
  "date_precision",
  "how precisely the date is known: day, month or year",
);

export const wholeColumn = (name: string, title: string, unit: string | null): DataColumn => ({
  name,
  title,
  kind: "whole",
  unit,
});

const INCIDENTS_COLUMN = wholeColumn(
  "incidents",
  "incidents, those of unknown size among them",
  "incidents",
);

/** How many incidents the amounts leave out; none where incidents are what is counted. */
export function unknownColumns(measure: Measure): DataColumn[] {
  if (measure === "count") return [];
  const title =
    measure === "returned"
      ? "incidents of which nobody has said what came back"
      : "incidents of unknown size";
  return [INCIDENTS_COLUMN, wholeColumn("incidents_left_out", title, "incidents")];
}

/** The column of a part's share of the whole, or of a month's, quarter's or year's, from 0 to 1. */
export function shareColumn(of = "total"): DataColumn {
  return { name: `share_of_${of}`, title: `share of the ${of}`, kind: "number", unit: "1 = all" };
}

/** How deep a row lies in a tree of parts, and of which row it is a part. */
export const levelColumns = (noun: string): DataColumn[] => [
  wholeColumn("level", `1 for ${noun}s that are part of no other; only these add up`, null),
  textColumn("part_of", `the ${noun} that this one is part of`),
];

/** What the total of everything is called in a file. */
export const WHOLE = "all";

/** A total: what it is of, and what that holds, each incident once. */
export type NamedTotal = readonly [of: string, total: Measured];

/** How many incidents there are and how many the amount leaves out, for the columns of `unknownColumns`. */
export function unknownCells(measure: Measure, of: Omit<Measured, "amount">): number[] {
  return measure === "count" ? [] : [of.incidents, of.unknownSize];
}

/**
 * The numbers of a chart for files. Amounts are to the cent, as the record keeps them: sums of binary fractions are not,
 * and would not add up.
 * @param totals in the order of the file
 */
export function chartNumbers(
  measure: Measure,
  table: DataTable,
  sums: ChartNumbers["sums"],
  totals: readonly NamedTotal[],
): ChartNumbers {
  return {
    ...toTheCent(table),
    sums,
    totals: toTheCent({
      columns: [
        textColumn("total_of", totalTitle(sums?.by ?? null)),
        {
          ...amountColumn(measure),
          title:
            measure === "median"
              ? amountColumn(measure).title
              : `${amountColumn(measure).title}, each incident once`,
        },
        ...unknownColumns(measure),
      ],
      rows: totals.map(([of, total]) => [
        of,
        knownMeasure(measure, total),
        ...unknownCells(measure, total),
      ]),
    }),
  };
}

function totalTitle(by: string | null): string {
  return `what is added up: ${by === null ? "" : `a ${by}, or `}${WHOLE} for everything that the rule counts`;
}

function toTheCent({ columns, rows }: DataTable): DataTable {
  const isMoney = columns.map(({ unit }) => unit?.startsWith("US dollars") ?? false);
  return {
    columns,
    rows: rows.map((row) =>
      row.map((cell, place) =>
        typeof cell === "number" && isMoney[place] ? Math.round(cell * 100) / 100 : cell,
      ),
    ),
  };
}
