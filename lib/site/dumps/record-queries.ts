import type { Queryable } from "@/lib/db/client";
import { PUBLIC_KINDS } from "@/lib/record/shapes/records";
import type { Version } from "@/lib/record/versions/version";
import { ALL_TABLES } from "@/lib/site/dumps/all-tables";
import type { CountedPart, SumRule } from "@/lib/site/dumps/counted-sums";
import { RowCounts, rowsOf } from "@/lib/site/dumps/dump-rows";
import type { TableCounts } from "@/lib/site/dumps/manifest";
import { answeredRecords } from "@/lib/site/open-data/answer-queries";
import { readAsked } from "@/lib/site/open-data/asked";
import { statsAt } from "@/lib/site/open-data/stat-queries";

/** How many rows each table of a version has, and how much is in their columns, without writing any. */
export async function countsAt(db: Queryable, version: number): Promise<TableCounts[]> {
  const counts = new RowCounts(ALL_TABLES);
  for (const kind of PUBLIC_KINDS)
    for await (const some of answeredRecords(db, version, kind))
      for (const answer of some) for (const row of rowsOf(kind, answer)) counts.add(row);
  return counts.all();
}

/** What the interface answers to a rule at a version, by the key of each part. */
export async function answeredSums(
  db: Queryable,
  { number }: Pick<Version, "number">,
  { query }: SumRule,
): Promise<Map<string | null, CountedPart>> {
  const what = { operation: "stats", item: null, format: "json" } as const;
  const asked = readAsked(what, new URLSearchParams(query), number);
  if (!asked.ok) throw new Error(`the interface does not know ${query}`);
  const { rows } = await statsAt(db, number, asked.value);
  return new Map(
    rows.map(({ period, segment, incidents, unknown, amount }) => [
      period ?? segment,
      { incidents, unknown, cents: BigInt(Math.round(amount * 100)) },
    ]),
  );
}
