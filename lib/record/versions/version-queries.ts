import type { Queryable } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import type { Version } from "@/lib/record/versions/version";
import { type Day, dayOf } from "@/lib/values/dates/day";

/** The newest version; null while nothing has been published. */
export async function newestVersion(db: Queryable): Promise<Version | null> {
  const newest = Prisma.sql`(SELECT max(number) FROM dataset_version)`;
  return (await versionsWhere(db, Prisma.sql`v.number = ${newest}`))[0] ?? null;
}

/** A version by its number; null where there is none. */
export async function findVersion(db: Queryable, number: number): Promise<Version | null> {
  return (await versionsWhere(db, Prisma.sql`v.number = ${number}::int`))[0] ?? null;
}

/** The version that was the newest at the end of a UTC day; null where nothing had been published. */
export async function newestVersionOn(db: Queryable, day: Day): Promise<Version | null> {
  const published = Prisma.sql`v.published_at AT TIME ZONE 'UTC' < ${day}::date + 1`;
  return (await versionsWhere(db, published))[0] ?? null;
}

/** When each version was published, the first first. Of versions that one second published, each has the second. */
export async function publicationTimes(
  db: Queryable,
): Promise<{ version: number; publishedAt: Date }[]> {
  return db.$queryRaw`
    SELECT number AS version, date_trunc('second', published_at) AS "publishedAt" FROM dataset_version ORDER BY number`;
}

/** The versions after one through another, newest first; at most so many. */
export async function versionsAfter(
  db: Queryable,
  after: number,
  through: number,
  limit = 100,
): Promise<Version[]> {
  return versionsWhere(
    db,
    Prisma.sql`v.number > ${after}::int AND v.number <= ${through}::int`,
    limit,
  );
}

/** The versions (alias `v`) under a condition, newest first, each with how far it is covered. */
async function versionsWhere(db: Queryable, condition: Prisma.Sql, limit = 1): Promise<Version[]> {
  const rows = await db.$queryRaw<Omit<Version, "publishedOn">[]>`
    SELECT v.number, v.published_at AS "publishedAt", v.note, v.counting_rules AS "countingRules",
      (SELECT to_char(c.covered_through, 'YYYY-MM-DD') FROM coverage_revision c
        WHERE c.published_in <= v.number AND (c.superseded_in IS NULL OR c.superseded_in > v.number)
      ) AS "coveredThrough",
      (SELECT count(*)::int FROM withholding) AS withholdings,
      (SELECT json_build_object('size', c.size, 'root', c.root) FROM log_checkpoint c
        WHERE c.version = v.number AND c.is_printed) AS log,
      (SELECT json_build_object('size', c.size, 'root', c.root) FROM log_checkpoint c
        WHERE c.version = v.number AND c.is_in_all_files) AS "logInAllFiles",
      (SELECT json_build_object('size', c.size, 'root', c.root) FROM log_checkpoint c
        WHERE c.version = v.number AND c.is_in_feeds) AS "logInFeeds"
    FROM dataset_version v WHERE ${condition} ORDER BY v.number DESC LIMIT ${limit}`;
  return rows.map((row) => ({ ...row, publishedOn: dayOf(row.publishedAt) }));
}

/** The filter for rows that are seen at a version, for Prisma's typed queries. */
export function seenAt(version: number) {
  return {
    publishedIn: { lte: version },
    OR: [{ supersededIn: null }, { supersededIn: { gt: version } }],
  };
}
