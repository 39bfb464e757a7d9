import { z } from "zod";
import { writeListCell } from "@/lib/values/lists/list-cell";

type Cell = string | number | null;

/** A column of a CSV: what it is called, and what a row has in it. */
export interface CsvColumn {
  name: string;
  cellOf: (item: Record<string, unknown>) => Cell;
}

/**
 * The columns of a shape, in its order: lists stand in one cell (`list-cell.ts`), and what is an object has a column for each of
 * its members.
 * @param fields the names of those that are wanted; null for all
 */
export function csvColumns(shape: z.ZodObject, fields: readonly string[] | null): CsvColumn[] {
  return Object.entries(shape.shape)
    .filter(([name]) => fields === null || fields.includes(name))
    .flatMap(([name, member]) =>
      member instanceof z.ZodObject
        ? Object.keys(member.shape).map((inner) => ({
            name: `${name}_${inner}`,
            cellOf: (item: Record<string, unknown>) =>
              writtenCell((item[name] as Record<string, unknown> | undefined)?.[inner]),
          }))
        : [{ name, cellOf: (item: Record<string, unknown>) => writtenCell(item[name]) }],
    );
}

/** A value as a cell: a list by `list-cell.ts`. */
export function writtenCell(value: unknown): Cell {
  if (value === null || value === undefined) return null;
  if (typeof value === "number" || typeof value === "string") return value;
  if (Array.isArray(value)) return writeListCell(value.map(partsOf));
  return String(value);
}

function partsOf(item: unknown): string[] {
  const parts = typeof item === "object" && item !== null ? Object.values(item) : [item];
  return parts.map((part) => (part === null ? "" : String(part)));
}
