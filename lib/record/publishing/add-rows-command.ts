import type { Queryable } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import type { NewRow } from "@/lib/record/publishing/new-row";

/** Rows sent by one statement: the embedded database holds a statement several times over while it answers. */
const AT_ONCE = 5_000;

/**
 * Adds rows in the order in which they are given, thousands by one statement: they go as JSON, which the database reads by
 * its own columns' types. Prisma's `createMany` makes a parameter of each value, which takes ten times as long.
 * @param table its name, which comes from the program and never from outside
 * @param columns of every row; others keep their defaults
 */
export async function addRows(
  transaction: Queryable,
  table: string,
  columns: readonly string[],
  rows: readonly NewRow[],
): Promise<void> {
  for (let start = 0; start < rows.length; start += AT_ONCE) {
    const json = JSON.stringify(rows.slice(start, start + AT_ONCE));
    await transaction.$executeRaw`
      INSERT INTO ${Prisma.raw(table)} (${names(columns)})
      SELECT ${names(columns)} FROM json_populate_recordset(NULL::${Prisma.raw(table)}, ${json}::json)`;
  }
}

function names(columns: readonly string[]): Prisma.Sql {
  return Prisma.raw(columns.map((column) => `"${column}"`).join(", "));
}
