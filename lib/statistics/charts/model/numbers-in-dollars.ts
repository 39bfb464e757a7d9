import { PRICE_INDEX_SOURCE } from "@/lib/values/money/price-index";
import type { ChartNumbers, DataColumn, DataTable } from "./chart-model";

/** The numbers of a chart whose amounts are in a year's dollars: columns of money are called by it, `loss_usd_2024`. */
export function numbersInDollars(numbers: ChartNumbers, dollars: number | undefined): ChartNumbers {
  if (dollars === undefined) return numbers;
  const { sums, totals } = numbers;
  const summed = numbers.columns.find(({ name }) => name === sums?.column);
  return {
    ...renamed(numbers, dollars),
    sums: sums && { ...sums, column: summed ? columnIn(summed, dollars).name : sums.column },
    totals: renamed(totals, dollars),
  };
}

function renamed({ columns, rows }: DataTable, dollars: number): DataTable {
  return { columns: columns.map((column) => columnIn(column, dollars)), rows };
}

function columnIn(column: DataColumn, dollars: number): DataColumn {
  if (!column.unit?.startsWith("US dollars")) return column;
  const { name, publisher, series } = PRICE_INDEX_SOURCE;
  return {
    ...column,
    name: `${column.name}_${dollars}`,
    unit: `US dollars of ${dollars}, by the ${name} of the year of the theft (${publisher}, ${series})`,
  };
}
