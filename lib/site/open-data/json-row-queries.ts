import type { Queryable } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";

/**
 * The rows of a statement, in its order, as one text of JSON: of a thousand rows that is read several times faster than each
 * value is handed over by itself.
 */
export async function jsonRows<Row>(db: Queryable, statement: Prisma.Sql): Promise<Row[]> {
  const [found] = await db.$queryRaw<{ json: string }[]>(
    Prisma.sql`SELECT coalesce(json_agg(x), '[]')::text AS json FROM (${statement}) x`,
  );
  return JSON.parse(found?.json ?? "[]") as Row[];
}
