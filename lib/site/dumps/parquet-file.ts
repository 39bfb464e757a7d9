import { fileWriter, ParquetWriter } from "hyparquet-writer";
import type { Cell, Column, ColumnType } from "@/lib/site/dumps/column";

type Schema = ConstructorParameters<typeof ParquetWriter>[0]["schema"];

/** Rows of a group: as many as are held in memory at a time, and read at a time by whoever reads a part. */
const GROUP = 10_000;

const PHYSICAL: Record<ColumnType, Omit<Schema[number], "name">> = {
  integer: { type: "INT32" },
  number: { type: "DOUBLE" },
  boolean: { type: "BOOLEAN" },
  text: { type: "BYTE_ARRAY", converted_type: "UTF8" },
};

/** A table as Parquet, written some rows at a time. */
export class ParquetFile {
  private readonly writer: ParquetWriter;
  private waiting: Cell[][] = [];
  /** How many rows were written. */
  rows = 0;

  /** @param said what is said of the table in the file itself */
  constructor(
    file: string,
    private readonly columns: readonly Column[],
    said: Readonly<Record<string, string>>,
  ) {
    this.writer = new ParquetWriter({
      writer: fileWriter(file),
      schema: [
        { name: "root", num_children: columns.length },
        ...columns.map(({ name, type, isNullable }) => ({
          name,
          ...PHYSICAL[type],
          repetition_type: isNullable ? ("OPTIONAL" as const) : ("REQUIRED" as const),
        })),
      ],
      kvMetadata: Object.entries(said).map(([key, value]) => ({ key, value })),
      createdBy: "lossline",
    });
  }

  async write(row: Cell[]): Promise<void> {
    this.waiting.push(row);
    if (this.waiting.length >= GROUP) await this.flush();
  }

  async close(): Promise<void> {
    if (this.waiting.length > 0) await this.flush();
    await this.writer.finish();
  }

  private async flush(): Promise<void> {
    const rows = this.waiting;
    this.waiting = [];
    await this.writer.write({
      columnData: this.columns.map(({ name }, place) => ({
        name,
        data: rows.map((row) => row[place] ?? null),
      })),
      rowGroupSize: GROUP,
    });
    this.rows += rows.length;
  }
}
