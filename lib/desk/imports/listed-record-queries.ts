import { z } from "zod";
import type { Queryable } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import {
  BECOMES,
  type Listed,
  type ListedRecord,
  recordLineSchema,
} from "@/lib/desk/imports/record-line";

export const RECORDS_PAGE = 100;

/** How many of a file's records are listed under each name. */
type ListedCounts = Record<Listed, number>;

/** Each record of an import, with whether it is left out or added to another by what was decided; a checked one is not decided. */
const RECORDS = (id: number) => Prisma.sql`
  SELECT record.value, record.place, record.value ->> 'becomes' AS becomes,
    record.value ->> 'number' IN (
      SELECT jsonb_array_elements_text(decided.report #> '{choice,leftOut}')
      FROM desk.import_batch decided WHERE decided.id = ${id}::int AND decided.state <> 'checked'
    ) AS left_out,
    record.value ->> 'number' IN (
      SELECT merge ->> 'record'
      FROM desk.import_batch decided
      CROSS JOIN LATERAL jsonb_array_elements(
        coalesce(decided.report #> '{choice,merged}', '[]')) AS merge
      WHERE decided.id = ${id}::int AND decided.state <> 'checked'
    ) AS merged
  FROM desk.import_batch i
  CROSS JOIN LATERAL jsonb_array_elements(i.records) WITH ORDINALITY AS record (value, place)
  WHERE i.id = ${id}::int`;

/** One page of an import's records, in the order of its file. @param page from 1 */
export async function listedRecords(
  db: Queryable,
  id: number,
  listed: Listed,
  page: number,
): Promise<ListedRecord[]> {
  const rows = await db.$queryRaw<{ value: unknown; left_out: boolean; merged: boolean }[]>`
    SELECT value, left_out, merged FROM (${RECORDS(id)}) AS listed
    WHERE CASE ${listed} WHEN 'all' THEN true WHEN 'leftOut' THEN left_out
      WHEN 'merged' THEN merged ELSE becomes = ${listed} AND NOT left_out AND NOT merged END
    ORDER BY place LIMIT ${RECORDS_PAGE} OFFSET ${(page - 1) * RECORDS_PAGE}::int`;
  return rows.map(({ value, left_out, merged }) => ({
    ...recordLineSchema.parse(value),
    leftOut: left_out,
    merged,
  }));
}

const countSchema = z.object({
  becomes: z.enum(BECOMES).nullable(),
  left_out: z.boolean(),
  merged: z.boolean(),
});

/** How many of an import's records would become what. */
export async function listedCounts(db: Queryable, id: number): Promise<ListedCounts> {
  const rows = await db.$queryRaw<
    { becomes: string | null; left_out: boolean; merged: boolean; count: number }[]
  >`
    SELECT becomes, left_out, merged, count(*)::int AS count FROM (${RECORDS(id)}) AS listed
    GROUP BY becomes, left_out, merged`;
  const counts: ListedCounts = { all: 0, new: 0, revised: 0, unchanged: 0, merged: 0, leftOut: 0 };
  for (const row of rows) {
    const { becomes, left_out } = countSchema.parse(row);
    counts.all += row.count;
    if (left_out) counts.leftOut += row.count;
    else if (row.merged) counts.merged += row.count;
    else if (becomes !== null) counts[becomes] += row.count;
  }
  return counts;
}
