import path from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import type { CountedPart } from "@/lib/site/dumps/counted-sums";
import { TABLES } from "@/lib/site/dumps/tables";
import { statsShape } from "@/lib/site/open-data/shapes/answers";

// The same question of every program that reads a dump: gross losses of some days by actor. An answer is a line a part,
// `actor,incidents,unknown,cents`, in the order of their texts.

/** 2023 to 15 September. */
export const ASKED = { from: "2023-01-01", to: "2023-09-15" };

/** Answers as lines that can be compared. */
export function answerLines(rows: Iterable<readonly [string | null, CountedPart]>): string[] {
  return [...rows]
    .map(([key, { incidents, unknown, cents }]) => `${key ?? "-"},${incidents},${unknown},${cents}`)
    .sort();
}

/** What the interface answers over HTTP. @param server its address, without a slash at the end */
export async function fromInterface(
  server: string,
  version: number,
  { from, to } = ASKED,
): Promise<string[]> {
  const query = new URLSearchParams({ by: "actor", from, to, version: String(version) });
  const answer = await fetch(`${server}/api/v1/stats?${query}`);
  const { data } = statsShape.parse(await answer.json());
  return answerLines(
    data.map(({ segment, incidents, unknown, amount }) => [
      segment,
      { incidents, unknown, cents: BigInt(Math.round(amount * 100)) },
    ]),
  );
}

/** What DuckDB finds in a dump's Parquet. */
export async function fromDuckdb(folder: string, sql: string): Promise<string[]> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  try {
    for (const { name } of TABLES)
      await connection.run(
        `CREATE VIEW "${name}" AS SELECT * FROM read_parquet('${path.join(folder, `parquet/${name}.parquet`)}')`,
      );
    const reader = await connection.runAndReadAll(sql);
    return answerLines(
      reader.getRowObjectsJson().map((row) => [
        row.key === null ? null : String(row.key),
        {
          incidents: Number(row.incidents),
          unknown: Number(row.unknown),
          cents: BigInt(String(row.cents)),
        },
      ]),
    );
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
