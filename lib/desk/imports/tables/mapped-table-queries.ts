import type { Queryable } from "@/lib/db/client";
import { type Mapping, readMapping } from "@/lib/desk/imports/tables/mapping";
import { readStoredTable, type Table } from "@/lib/desk/imports/tables/table";

/** A table that is being mapped, and how it is read so far; null where there is none. */
export async function mappedTable(
  db: Queryable,
  id: number,
): Promise<{ table: Table; mapping: Mapping } | null> {
  const row = await db.importBatch.findUnique({
    where: { id },
    select: { text: true, mapping: true },
  });
  if (row === null || row.mapping === null || row.text === "") return null;
  return { table: readStoredTable(row.text), mapping: readMapping(row.mapping) };
}

/** What the sources of earlier tables are called, the latest first. */
export async function sourceNames(db: Queryable): Promise<string[]> {
  const rows = await db.tableMapping.findMany({
    orderBy: { updatedAt: "desc" },
    distinct: ["sourceName"],
    take: 100,
    select: { sourceName: true },
  });
  return rows.map(({ sourceName }) => sourceName);
}
