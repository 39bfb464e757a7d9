import { FLAT, TABLES, type Table } from "@/lib/site/dumps/tables";

/** Every table of a dump, the flat one first. */
export const ALL_TABLES: readonly Omit<Table, "kind" | "rowsOf">[] = [
  { ...FLAT, foreign: [] },
  ...TABLES,
];

/** Where the CSV of a table lies. */
export const csvPath = (table: string) =>
  table === FLAT.name ? `${table}.csv` : `csv/${table}.csv`;
