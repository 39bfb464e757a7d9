import { Prisma } from "@/lib/db/generated/client";

/** When an incident (`i`) happened, as precisely as it is known: `2023-09-12`, `2023-09` or `2023`. */
export const occurredOnAsKnown = Prisma.sql`to_char(i.occurred_on,
  CASE i.precision WHEN 'year' THEN 'YYYY' WHEN 'month' THEN 'YYYY-MM' ELSE 'YYYY-MM-DD' END)`;

/**
 * The last day on which an incident (`i`) can have happened: its day, or the last of its month or year. The first is
 * `i.occurred_on`. It is no column, because a trigger would see an added row without it; incident_standing_by_day holds
 * all that it is made of.
 */
export const occurredUntil = Prisma.sql`(CASE i.precision
  WHEN 'day' THEN i.occurred_on
  WHEN 'month' THEN (date_trunc('month', i.occurred_on::timestamp) + interval '1 month' - interval '1 day')::date
  ELSE make_date(extract(year FROM i.occurred_on)::int, 12, 31) END)`;
