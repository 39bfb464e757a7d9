import { Prisma } from "@/lib/db/generated/client";

/** When an incident (`i`) happened, as precisely as it is known: `2023-09-12`, `2023-09` or `2023`. */
export const occurredOnAsKnown = Prisma.sql`to_char(i.occurred_on,
  CASE i.precision WHEN 'year' THEN 'YYYY' WHEN 'month' THEN 'YYYY-MM' ELSE 'YYYY-MM-DD' END)`;
