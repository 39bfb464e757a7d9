import { type PublicKind, type PublicRecord, RECORD_SHAPES } from "@/lib/record/shapes/records";
import type { Cell, Column } from "@/lib/site/dumps/column";
import type { TableCounts } from "@/lib/site/dumps/manifest";
import { FLAT, TABLES, type Table } from "@/lib/site/dumps/tables";

/** A row of a table of a dump. */
export interface DumpRow {
  table: string;
  row: Cell[];
}

const BY_KIND = new Map<PublicKind, Table[]>();
for (const table of TABLES) BY_KIND.set(table.kind, [...(BY_KIND.get(table.kind) ?? []), table]);

/** The record itself in an answer: what is beside it takes other records to know, and is in no digest. */
export function recordIn(kind: PublicKind, answer: Record<string, unknown>): PublicRecord {
  const names = Object.keys(RECORD_SHAPES[kind].shape);
  return Object.fromEntries(names.map((name) => [name, answer[name]])) as unknown as PublicRecord;
}

/** All rows that a record has in the tables of a dump. @param answer it with what others are called */
export function rowsOf(kind: PublicKind, answer: Record<string, unknown>): DumpRow[] {
  const record = recordIn(kind, answer);
  const rows = (BY_KIND.get(kind) ?? []).flatMap((table) =>
    table.rowsOf(record).map((row) => ({ table: table.name, row })),
  );
  if (kind !== "incident") return rows;
  return [{ table: FLAT.name, row: FLAT.cells.map(({ cellOf }) => cellOf(answer)) }, ...rows];
}

/** Counts rows, and in how many each column says something. */
export class RowCounts {
  private readonly counts = new Map<
    string,
    { rows: number; filled: number[]; columns: string[] }
  >();

  constructor(tables: readonly { name: string; columns: readonly Column[] }[]) {
    for (const { name, columns } of tables)
      this.counts.set(name, {
        rows: 0,
        filled: columns.map(() => 0),
        columns: columns.map((column) => column.name),
      });
  }

  add({ table, row }: DumpRow): void {
    const counts = this.counts.get(table);
    if (counts === undefined) throw new Error(`no table ${table}`);
    counts.rows += 1;
    // An empty list is an empty cell, and says as little as null does.
    for (const [place, cell] of row.entries())
      if (cell !== null && cell !== "") counts.filled[place] = (counts.filled[place] ?? 0) + 1;
  }

  all(): TableCounts[] {
    return [...this.counts].map(([name, { rows, filled, columns }]) => ({
      name,
      rows,
      filled: Object.fromEntries(columns.map((column, place) => [column, filled[place] ?? 0])),
    }));
  }
}
