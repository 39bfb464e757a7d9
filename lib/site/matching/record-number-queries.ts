import type { Queryable } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { seenAtVersion } from "@/lib/record/versions/version-sql";

type NumberedKind = "incident" | "target" | "actor";

const KINDS: readonly NumberedKind[] = ["incident", "target", "actor"];

/** A record as a matched table names it, and as the version has it: under its own slug, or that of what it was merged into. */
export interface NumberedRecord {
  kind: NumberedKind;
  /** As the table has it. */
  asked: number;
  /** Of what it is at the version. */
  number: number;
  slug: string;
  name: string;
}

/** The lasting numbers of records that go by slugs at a version, by `kind slug`. */
export async function numbersOf(
  db: Queryable,
  version: number,
  records: readonly { kind: string; slug: string }[],
): Promise<Map<string, number>> {
  const parts = KINDS.flatMap((kind) => {
    const slugs = records.flatMap((record) => (record.kind === kind ? [record.slug] : []));
    return slugs.length === 0
      ? []
      : [
          Prisma.sql`SELECT ${kind}::text AS kind, r.slug, r.${Prisma.raw(`${kind}_id`)} AS number
            FROM ${Prisma.raw(`${kind}_revision`)} r
            WHERE r.slug = ANY(${slugs}::text[]) AND r.merged_into_id IS NULL AND ${seenAtVersion("r", version)}`,
        ];
  });
  if (parts.length === 0) return new Map();
  const rows = await db.$queryRaw<{ kind: string; slug: string; number: number }[]>`
    ${Prisma.join(parts, " UNION ALL ")}`;
  return new Map(rows.map(({ kind, slug, number }) => [`${kind} ${slug}`, number]));
}

/** What a version holds of records by their lasting numbers; what it does not hold, or has retracted, is left out. */
export async function numberedRecords(
  db: Queryable,
  version: number,
  ids: readonly { kind: NumberedKind; number: number }[],
): Promise<NumberedRecord[]> {
  const found = await Promise.all(
    KINDS.map((kind) => {
      const numbers = ids.flatMap((id) => (id.kind === kind ? [id.number] : []));
      return numbers.length === 0 ? [] : recordsOf(db, version, kind, numbers);
    }),
  );
  return found.flat();
}

async function recordsOf(
  db: Queryable,
  version: number,
  kind: NumberedKind,
  numbers: readonly number[],
): Promise<NumberedRecord[]> {
  const [table, id] = [Prisma.raw(`${kind}_revision`), Prisma.raw(`${kind}_id`)];
  const isActive = kind === "incident" ? Prisma.sql`AND r.retraction IS NULL` : Prisma.empty;
  const rows = await db.$queryRaw<Omit<NumberedRecord, "kind">[]>`
    WITH RECURSIVE onwards (asked, id) AS (
      SELECT n.id, n.id FROM unnest(${[...numbers]}::int[]) AS n (id)
      UNION SELECT o.asked, r.merged_into_id FROM onwards o JOIN ${table} r ON r.${id} = o.id
        AND ${seenAtVersion("r", version)} WHERE r.merged_into_id IS NOT NULL
    )
    SELECT o.asked, r.${id} AS number, r.slug, r.name FROM onwards o JOIN ${table} r ON r.${id} = o.id
    WHERE r.merged_into_id IS NULL ${isActive} AND ${seenAtVersion("r", version)}`;
  return rows.map((row) => ({ ...row, kind }));
}
