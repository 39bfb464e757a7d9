import type { Queryable } from "@/lib/db/client";
import type { PublicationLine } from "@/lib/desk/publications/publication";

export const PUBLICATIONS_PAGE = 50;

/** The versions, newest first. @param page from 1 */
export async function publications(
  db: Queryable,
  page: number,
): Promise<{ publications: PublicationLine[]; count: number }> {
  const [rows, count] = await Promise.all([
    db.datasetVersion.findMany({
      orderBy: { number: "desc" },
      skip: (page - 1) * PUBLICATIONS_PAGE,
      take: PUBLICATIONS_PAGE,
    }),
    db.datasetVersion.count(),
  ]);
  return { publications: rows.map(lineOf), count };
}

/** A version by its number; null where there is none. */
export async function findPublication(
  db: Queryable,
  version: number,
): Promise<PublicationLine | null> {
  const row = await db.datasetVersion.findUnique({ where: { number: version } });
  return row === null ? null : lineOf(row);
}

function lineOf({
  number,
  ...rest
}: Omit<PublicationLine, "version"> & { number: number }): PublicationLine {
  const { publishedAt, note, enteredBy, reviewedBy } = rest;
  return { version: number, publishedAt, note, enteredBy, reviewedBy };
}
