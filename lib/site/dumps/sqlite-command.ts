import { Database, type Statement } from "node-sqlite3-wasm";
import type { Cell, Column, ColumnType } from "@/lib/site/dumps/column";
import { type CountedPart, SUM_RULES } from "@/lib/site/dumps/counted-sums";
import type { Table } from "@/lib/site/dumps/tables";

type AnyTable = Pick<Table, "name" | "meaning" | "columns" | "key" | "foreign">;

const STORED: Record<ColumnType, string> = {
  integer: "INTEGER",
  number: "REAL",
  boolean: "INTEGER",
  text: "TEXT",
};
const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
const list = (names: readonly string[]) => names.map(quoted).join(", ");

function tableSql({ name, columns, key, foreign }: AnyTable): string {
  const column = ({ name, type, isNullable }: Column) =>
    `${quoted(name)} ${STORED[type]}${isNullable ? "" : " NOT NULL"}`;
  const parts = [
    ...columns.map(column),
    `PRIMARY KEY (${list(key)})`,
    ...foreign.map(
      ({ column, table }) => `FOREIGN KEY (${quoted(column)}) REFERENCES ${quoted(table)} ("id")`,
    ),
  ];
  return `CREATE TABLE ${quoted(name)} (\n  ${parts.join(",\n  ")}\n)`;
}

/** Two tables about the others: what the file is, and what each column means. */
const ABOUT = `
  CREATE TABLE metadata (key TEXT PRIMARY KEY, value TEXT NOT NULL);
  CREATE TABLE codebook (
    table_name TEXT NOT NULL, column_name TEXT NOT NULL, type TEXT NOT NULL, unit TEXT, meaning TEXT NOT NULL, null_means TEXT,
    PRIMARY KEY (table_name, column_name)
  )`;

/** What a file holds once it is written. */
export interface ReadAgain {
  /** How many rows each table has. */
  rows: Map<string, number>;
  /** What names a row that is not there, in words. */
  dangling: string[];
  /** What the tables add up to, by the rules that there are, in their order. */
  sums: Map<string | null, CountedPart>[];
}

function partOf(row: Record<string, unknown>): [string | null, CountedPart] {
  const { key, incidents, unknown, cents } = row;
  return [
    key === null ? null : String(key),
    { incidents: Number(incidents), unknown: Number(unknown), cents: BigInt(String(cents)) },
  ];
}

/** A dump as a file of SQLite: a table for each, with their keys. Nobody else sees it before it is done. */
export class SqliteFile {
  private readonly db: Database;
  private readonly inserts = new Map<string, Statement>();

  constructor(
    file: string,
    private readonly tables: readonly AnyTable[],
    metadata: Readonly<Record<string, string>>,
  ) {
    this.db = new Database(file);
    // What is begun anew where it fails needs no journal. Rows that name one another come in any order.
    this.db.exec(
      "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF; BEGIN",
    );
    this.db.exec(ABOUT);
    for (const [key, value] of Object.entries(metadata))
      this.db.run("INSERT INTO metadata VALUES (?, ?)", [key, value]);
    for (const table of tables) {
      this.db.exec(tableSql(table));
      const places = table.columns.map(() => "?").join(", ");
      this.inserts.set(
        table.name,
        this.db.prepare(`INSERT INTO ${quoted(table.name)} VALUES (${places})`),
      );
      for (const { name, type, unit, meaning, nullMeans } of table.columns)
        this.db.run("INSERT INTO codebook VALUES (?, ?, ?, ?, ?, ?)", [
          ...[table.name, name, type],
          ...[unit, meaning, nullMeans],
        ]);
    }
  }

  write(table: string, row: readonly Cell[]): void {
    this.inserts
      .get(table)
      ?.run(row.map((cell) => (typeof cell === "boolean" ? Number(cell) : cell)));
  }

  /** Ends what is written, and reads it again. */
  close(): ReadAgain {
    try {
      for (const insert of this.inserts.values()) insert.finalize();
      for (const { name, foreign } of this.tables)
        for (const { column } of foreign)
          this.db.exec(
            `CREATE INDEX ${quoted(`${name}_${column}`)} ON ${quoted(name)} (${quoted(column)})`,
          );
      this.db.exec("COMMIT");
      const rows = this.tables.map(({ name }): [string, number] => {
        const found = this.db.get(`SELECT count(*) AS rows FROM ${quoted(name)}`);
        return [name, Number(found?.rows)];
      });
      const dangling = this.db
        .all('SELECT "table", parent, count(*) AS rows FROM pragma_foreign_key_check GROUP BY 1, 2')
        .map(
          ({ table, parent, rows }) =>
            `${rows} rows of ${table} name a ${parent} that is not there`,
        );
      const sums = SUM_RULES.map(({ sql }) => new Map(this.db.all(sql).map(partOf)));
      return { rows: new Map(rows), dangling, sums };
    } finally {
      this.db.close();
    }
  }
}
