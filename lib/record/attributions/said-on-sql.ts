import { Prisma } from "@/lib/db/generated/client";
import { hasAtLeastConfidence } from "@/lib/record/versions/version-sql";
import type { Day } from "@/lib/values/dates/day";
import type { Confidence } from "@/lib/values/taxonomy/taxonomy";

/**
 * The last day on which a statement (`t`) can have been made: its day, or the last of its month or year; null where no
 * date of it is known.
 */
export const saidUntil = Prisma.sql`(CASE length(t.said_on)
  WHEN 10 THEN t.said_on::date
  WHEN 7 THEN ((t.said_on || '-01')::timestamp + interval '1 month' - interval '1 day')::date
  WHEN 4 THEN (t.said_on || '-12-31')::date END)`;

/**
 * Statements (`t`) that are at least so sure.
 * @param known only those that had been made by this day; without it all, undated ones too
 */
export function countedStatement(confidence: Confidence, known: Day | null = null): Prisma.Sql {
  const isSure = hasAtLeastConfidence(confidence);
  return known === null ? isSure : Prisma.sql`(${isSure} AND ${saidUntil} <= ${known}::date)`;
}
