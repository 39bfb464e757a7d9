import type { Queryable } from "@/lib/db/client";
import { replacement, tableOf } from "@/lib/desk/withholding/replacement-sql";
import { textColumns } from "@/lib/desk/withholding/text-columns-queries";

/** In how many rows and columns texts stand. */
export async function countPlaces(db: Queryable, texts: readonly string[]): Promise<number> {
  let places = 0;
  for (const column of await textColumns(db)) {
    // The request itself, which holds them until it is decided.
    if (column.table === "withholding_request") continue;
    for (const text of texts) {
      const found = replacement(column, text, 1, "")?.found;
      if (found === undefined) continue;
      const [row] = await db.$queryRaw<[{ count: number }]>`
        SELECT count(*)::int AS count FROM ${tableOf(column)} WHERE ${found}`;
      places += row.count;
    }
  }
  return places;
}
