import type { Database } from "@/lib/db/client";
import { CURRENT } from "@/lib/desk/worklists/incident-worklist-sql";
import { keptAtVersion } from "@/lib/desk/worklists/kept-at-version-queries";
import { type ThinMonth, thinMonths } from "@/lib/desk/worklists/thin-month";
import { coverageAt } from "@/lib/record/coverage/coverage-queries";
import { newestVersion } from "@/lib/record/versions/version-queries";

const monthsKept = keptAtVersion(thinMonthsAt);

/** The months that are thin in the newest version, by the rule of `thin-month.ts`. Computed once for each version. */
export async function thinMonthsNow(db: Database): Promise<ThinMonth[]> {
  return (await monthsKept(db)) ?? [];
}

/** Which losses are small enough to be missing, as the newest coverage says; null where none is stated. */
export async function thresholdNow(db: Database): Promise<string | null> {
  const version = (await newestVersion(db))?.number;
  return version === undefined ? null : ((await coverageAt(db, version))?.threshold ?? null);
}

async function thinMonthsAt(db: Database, version: number): Promise<ThinMonth[]> {
  const [rows, coverage] = await Promise.all([
    db.$queryRaw<{ month: string; count: number }[]>`
      SELECT to_char(i.occurred_on, 'YYYY-MM') AS month, count(*)::int AS count
      FROM incident_revision i WHERE ${CURRENT} AND i.precision <> 'year' GROUP BY 1`,
    coverageAt(db, version),
  ]);
  return thinMonths(new Map(rows.map(({ month, count }) => [month, count])), coverage);
}
