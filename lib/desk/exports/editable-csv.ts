import type { Typed } from "@/lib/desk/forms/typed";
import { COLUMNS, partsOf, VERSION_COLUMN } from "@/lib/desk/imports/csv-columns";
import { writeTyped } from "@/lib/desk/proposals/typed";
import type { PublishedEntry } from "@/lib/record/publishing/published-entry";
import { csvRow } from "@/lib/site/exports/csv";
import { writeListCell } from "@/lib/values/lists/list-cell";

/** The line that names the columns: those of an import, and the version that each row was last published in. */
export function editableHeader(): string {
  return csvRow([...COLUMNS.map(({ name }) => name), VERSION_COLUMN]);
}

/** An incident as the row that an import reads back as what it is. */
export function editableRow({ entry, version }: PublishedEntry): string {
  const typed = writeTyped(entry);
  return csvRow([...COLUMNS.map((column) => cellOf(column, typed)), version]);
}

function cellOf({ field }: (typeof COLUMNS)[number], typed: Typed): string {
  const value = typed[field.name] ?? "";
  if (typeof value === "string") return value;
  if (!Array.isArray(value)) return "";
  const parts = partsOf(field);
  return writeListCell(
    value.map((item) =>
      typeof item === "string"
        ? [item]
        : parts.map(({ name }) => {
            const part = Array.isArray(item) ? "" : item[name];
            return typeof part === "string" ? part : "";
          }),
    ),
  );
}
