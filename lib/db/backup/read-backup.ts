import { createHash, type Hash } from "node:crypto";
import type { z } from "zod";
import {
  BackupFailure,
  type BackupHeader,
  backupEndSchema,
  backupHeaderSchema,
  END_OF_ROWS,
  FIRST_LINE,
  readCopyLine,
  readSetvalLine,
  type SequenceState,
  tableEndSchema,
  WholeDigest,
} from "@/lib/db/backup/backup-form";

/** What a backup says, in its order: a header, rows and sequences, an end. */
export type BackupPiece =
  | { kind: "header"; header: BackupHeader }
  /** Some rows of a table, as COPY wrote them; at most as many as fit into memory well. */
  | { kind: "rows"; table: string; columns: string[]; lines: string[]; done: number }
  | { kind: "sequence"; state: SequenceState }
  | { kind: "end"; digest: string; rows: number };

const PIECE_CHARACTERS = 1_000_000;

/**
 * Reads the text of a backup, and checks it while it does: its form, each table's digest, the digest of all. Rows are
 * handed on before their table's digest is known: nothing may be kept of them where this throws.
 * @throws {BackupFailure} saying what is wrong, and where
 */
export async function* readBackup(text: AsyncIterable<string>): AsyncGenerator<BackupPiece> {
  const lines = new Lines(text);
  if ((await lines.next()) !== FIRST_LINE)
    throw new BackupFailure(
      `this is no backup of Lossline, or one of another form: it begins otherwise than “${FIRST_LINE}”.`,
    );
  const header = remark(await lines.next(), backupHeaderSchema, "its header");
  yield { kind: "header", header };
  const whole = new WholeDigest(header.migrations);
  const expected = [...header.tables];
  let rows = 0;
  for (let line = await lines.next(); ; line = await lines.next()) {
    const copy = line === null ? null : readCopyLine(line);
    const state = line === null ? null : readSetvalLine(line);
    if (line !== null && copy !== null) {
      const table = expected.shift();
      if (table?.name !== copy.table)
        throw new BackupFailure(
          `it is altered: ${copy.table} comes where ${table?.name ?? "no table more"} should.`,
        );
      const hash = createHash("sha256").update(`${line}\n`);
      const before = rows;
      for await (const some of lines.untilEndOfRows(copy.table, hash)) {
        rows += some.length;
        yield { kind: "rows", ...copy, lines: some, done: rows };
      }
      const { sha256 } = remark(await lines.next(), tableEndSchema, `the end of ${copy.table}`);
      if (hash.digest("hex") !== sha256 || rows - before !== table.rows)
        throw new BackupFailure(
          `it is altered: the rows of ${copy.table} are not what was written.`,
        );
      whole.addTable(copy.table, sha256);
    } else if (state !== null) {
      whole.addSequence(state);
      yield { kind: "sequence", state };
    } else {
      if (expected[0] !== undefined)
        throw new BackupFailure(
          line === null
            ? `it is cut off before ${expected[0].name}.`
            : `it is altered: ${expected[0].name} is not where it should be.`,
        );
      const { digest } = remark(line, backupEndSchema, "its end");
      if (digest !== whole.hex())
        throw new BackupFailure(
          "it is altered: its parts are not those that were written together.",
        );
      if ((await lines.next()) !== null)
        throw new BackupFailure("it is altered: something follows after its end.");
      yield { kind: "end", digest, rows };
      return;
    }
  }
}

/** Reads a backup to its end, for what it says of itself. @throws {BackupFailure} */
export async function checkBackup(
  text: AsyncIterable<string>,
  onRows: (table: string, done: number, all: number) => void = () => {},
): Promise<{ header: BackupHeader; digest: string; rows: number }> {
  let header: BackupHeader | null = null;
  let all = 0;
  for await (const piece of readBackup(text)) {
    if (piece.kind === "header") {
      header = piece.header;
      all = header.tables.reduce((sum, { rows }) => sum + rows, 0);
    } else if (piece.kind === "rows") onRows(piece.table, piece.done, all);
    else if (piece.kind === "end" && header !== null)
      return { header, digest: piece.digest, rows: piece.rows };
  }
  throw new BackupFailure("it has no end.");
}

function remark<T>(line: string | null, schema: z.ZodType<T>, what: string): T {
  if (line === null) throw new BackupFailure(`it is cut off: ${what} is missing.`);
  try {
    if (line.startsWith("-- ")) return schema.parse(JSON.parse(line.slice(3)));
  } catch {
    // told below, as any other line in its place
  }
  throw new BackupFailure(`it is altered: ${what} cannot be read.`);
}

/** Cuts text into lines. */
class Lines {
  private readonly source: AsyncIterator<string>;
  private waiting: string[] = [];
  private at = 0;
  private rest = "";

  constructor(text: AsyncIterable<string>) {
    this.source = text[Symbol.asyncIterator]();
  }

  /** The next line; null after the last one. A last line without an end is cut off, and is none. */
  async next(): Promise<string | null> {
    while (this.at >= this.waiting.length) if (!(await this.more())) return null;
    return this.waiting[this.at++] ?? null;
  }

  /** The lines up to the end of a table's rows, some at a time. */
  async *untilEndOfRows(table: string, hash: Hash): AsyncGenerator<string[]> {
    let some: string[] = [];
    let characters = 0;
    while (true) {
      const line = await this.next();
      if (line === null) throw new BackupFailure(`it is cut off, within ${table}.`);
      const ended = line === END_OF_ROWS;
      if (!ended) {
        some.push(line);
        characters += line.length;
      }
      if (some.length > 0 && (ended || characters >= PIECE_CHARACTERS)) {
        hash.update(`${some.join("\n")}\n`);
        yield some;
        some = [];
        characters = 0;
      }
      if (ended) return;
    }
  }

  private async more(): Promise<boolean> {
    const { value, done } = await this.source.next();
    if (done === true) return false;
    this.rest += value;
    this.at = 0;
    this.waiting = [];
    if (!value.includes("\n")) return true; // a long line is put together once, not at each piece of it
    this.waiting = this.rest.split("\n");
    this.rest = this.waiting.pop() ?? "";
    return true;
  }
}
