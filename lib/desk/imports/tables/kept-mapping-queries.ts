import type { Queryable } from "@/lib/db/client";
import { dateRuleOf } from "@/lib/desk/imports/tables/column-rule";
import { cellsOf } from "@/lib/desk/imports/tables/guess-mapping";
import { mappedField } from "@/lib/desk/imports/tables/mapped-field";
import {
  headerKey,
  type Mapping,
  mappingSchema,
  plainName,
} from "@/lib/desk/imports/tables/mapping";
import type { Table } from "@/lib/desk/imports/tables/table";

/** Kept mappings that are looked through, the newest first. */
const LOOKED_THROUGH = 200;

/**
 * How the last table with these columns was read; else the newest mapping whose columns this one has too, among others.
 * Null where none fits.
 */
export async function keptMapping(db: Queryable, table: Table): Promise<Mapping | null> {
  const key = headerKey(table.header);
  const rows = await db.tableMapping.findMany({
    orderBy: { updatedAt: "desc" },
    take: LOOKED_THROUGH,
    select: { headerKey: true, mapping: true },
  });
  rows.sort((one, other) => Number(other.headerKey === key) - Number(one.headerKey === key));
  for (const { mapping } of rows) {
    const parsed = mappingSchema.safeParse(mapping);
    if (!parsed.success) continue;
    const fitted = fittedTo(table, parsed.data);
    if (fitted !== null) return fitted;
  }
  return null;
}

/** A mapping for a table that has all of its columns, whatever their order; null for another. */
function fittedTo(table: Table, kept: Mapping): Mapping | null {
  const left = kept.columns.map((column) => ({ ...column, name: plainName(column.header) }));
  const columns = table.header.map((header, place) => {
    const at = left.findIndex(({ name }) => name === plainName(header));
    const [found] = at < 0 ? [] : left.splice(at, 1);
    const to = found?.to ?? "";
    if (mappedField(to)?.kind !== "date") return { header, to, rule: found?.rule ?? null };
    // A column that shows its rule by itself is not read by another one's.
    const { rule, because } = dateRuleOf(cellsOf(table, place));
    return { header, to, rule: because === null ? (found?.rule ?? rule) : rule };
  });
  return left.some(({ to }) => to !== "") ? null : { ...kept, columns };
}
