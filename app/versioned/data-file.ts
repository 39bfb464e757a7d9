import { writeCsv } from "@/lib/site/exports/csv";
import { type MadeFile, madeFile } from "@/lib/site/exports/file-cache";
import { FORMATS } from "@/lib/site/exports/formats";
import type { NumberFormat } from "@/lib/site/urls/routes/number-routes";
import type { DataTable } from "@/lib/statistics/charts/model/chart-model";

/**
 * A table as a file: its rows as CSV, to be saved, or the same as JSON behind what is said of them.
 * @param name what it is saved as, without an ending
 * @param said everything that stands before columns and rows in JSON
 */
export function dataFile(
  table: DataTable,
  format: NumberFormat,
  name: string,
  said: object,
): MadeFile {
  if (format === "csv")
    return madeFile(writeCsv(table), FORMATS.csv.type, {
      "Content-Disposition": `attachment; filename="${name}.csv"`,
    });
  const fields = table.columns.map((column) => column.name);
  const rows = table.rows.map((row) =>
    Object.fromEntries(fields.map((field, place) => [field, row[place] ?? null])),
  );
  return madeFile(JSON.stringify({ ...said, columns: table.columns, rows }), FORMATS.json.type, {});
}
