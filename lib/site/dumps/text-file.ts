import { once } from "node:events";
import { createWriteStream, type WriteStream } from "node:fs";
import type { Cell } from "@/lib/site/dumps/column";
import { csvRow } from "@/lib/site/exports/csv";

/** A file that text is written to, as fast as the disk takes it. */
export class TextFile {
  private readonly stream: WriteStream;
  private failure: Error | null = null;

  constructor(file: string) {
    this.stream = createWriteStream(file, { flags: "wx" });
    this.stream.on("error", (error) => {
      this.failure ??= error;
    });
  }

  async write(text: string): Promise<void> {
    if (this.failure !== null) throw this.failure;
    if (!this.stream.write(text)) await once(this.stream, "drain");
  }

  async close(): Promise<void> {
    this.stream.end();
    if (!this.stream.closed) await once(this.stream, "close");
    if (this.failure !== null) throw this.failure;
  }
}

/** A line of a table as CSV. */
export function csvLine(row: readonly Cell[]): string {
  return csvRow(row.map((cell) => (typeof cell === "boolean" ? String(cell) : cell)));
}
