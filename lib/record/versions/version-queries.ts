import type { Queryable } from "@/lib/db/client";
import { type Day, dayOf } from "@/lib/values/dates/day";

export interface Version {
  number: number;
  publishedAt: Date;
  /** The UTC day of its publication. */
  publishedOn: Day;
  note: string;
}

/** The newest version; null while nothing has been published. */
export async function newestVersion(db: Queryable): Promise<Version | null> {
  return described(await db.datasetVersion.findFirst({ orderBy: { number: "desc" } }));
}

/** A version by its number; null where there is none. */
export async function findVersion(db: Queryable, number: number): Promise<Version | null> {
  return described(await db.datasetVersion.findUnique({ where: { number } }));
}

/** The versions after one through another, newest first; at most so many. */
export async function versionsAfter(
  db: Queryable,
  after: number,
  through: number,
  limit = 100,
): Promise<Version[]> {
  const rows = await db.datasetVersion.findMany({
    where: { number: { gt: after, lte: through } },
    orderBy: { number: "desc" },
    take: limit,
  });
  return rows.map((row) => ({ ...row, publishedOn: dayOf(row.publishedAt) }));
}

function described(
  row: { number: number; publishedAt: Date; note: string } | null,
): Version | null {
  return row === null ? null : { ...row, publishedOn: dayOf(row.publishedAt) };
}

/** The filter for rows that are seen at a version, for Prisma's typed queries. */
export function seenAt(version: number) {
  return {
    publishedIn: { lte: version },
    OR: [{ supersededIn: null }, { supersededIn: { gt: version } }],
  };
}
