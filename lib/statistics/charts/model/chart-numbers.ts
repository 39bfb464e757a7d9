import type { Dimension, Measure } from "@/lib/statistics/rules/parameters";
import { fileKey } from "@/lib/statistics/totals/own-parts";
import type { DataColumn } from "./chart-model";

const DOLLARS = "US dollars at the time of theft";

const AMOUNTS: Record<Measure, { name: string; title: string; unit: string }> = {
  gross: { name: "loss_usd", title: "lost", unit: DOLLARS },
  net: { name: "net_loss_usd", title: "lost less what was returned", unit: DOLLARS },
  returned: { name: "returned_usd", title: "known to have been returned", unit: "US dollars" },
  count: { name: "incidents", title: "incidents", unit: "incidents" },
};

/** The column that holds a measure's amounts of everything. */
export function amountColumn(measure: Measure): DataColumn {
  const { name, title, unit } = AMOUNTS[measure];
  return { name, title, kind: measure === "count" ? "whole" : "number", unit };
}

/** The column that holds a measure's amounts of one part of a dimension. */
export function partColumn(
  measure: Measure,
  by: Dimension,
  part: { key: string; label: string },
): DataColumn {
  const whole = amountColumn(measure);
  return {
    ...whole,
    name: `${columnName(fileKey(by, part.key))}_${whole.name}`,
    title: `${part.label}: ${whole.title}`,
  };
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

/** The column of a part's share of the whole, from 0 to 1. */
export function shareColumn(): DataColumn {
  return { name: "share_of_total", title: "share of the total", kind: "number", unit: "1 = all" };
}
