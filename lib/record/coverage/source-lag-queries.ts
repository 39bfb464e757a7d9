import type { Queryable } from "@/lib/db/client";
import { type CoveredDays, type SourceLag, youngDays } from "@/lib/record/coverage/source-lag";
import { activeAt, coveredThroughAt } from "@/lib/record/versions/version-sql";
import type { Day } from "@/lib/values/dates/day";

/** Of fewer thefts, one in twenty is none. */
const FEWEST = 20;

/** What a database's versions have said, by number: it goes through all sources, and a version never changes. */
const measured = new WeakMap<Queryable, Map<number, Promise<SourceLag | null>>>();
/** Readers ask for the newest version, and for few of the older ones. */
const MOST_KEPT = 20;

/**
 * Days from thefts to their first sources at a version; null where it holds fewer than twenty incidents of which both
 * are known to the day. A source of a day before the theft's says that it was known at once.
 */
export function sourceLagAt(db: Queryable, version: number): Promise<SourceLag | null> {
  const lags = measured.get(db) ?? new Map<number, Promise<SourceLag | null>>();
  measured.set(db, lags);
  const kept = lags.get(version);
  if (kept !== undefined) return kept;
  if (lags.size >= MOST_KEPT) lags.clear();
  const lag = measureLag(db, version);
  lags.set(version, lag);
  lag.catch(() => lags.delete(version));
  return lag;
}

async function measureLag(db: Queryable, version: number): Promise<SourceLag | null> {
  const [lag] = await db.$queryRaw<SourceLag[]>`
    SELECT count(*)::int AS incidents,
      percentile_disc(0.5) WITHIN GROUP (ORDER BY days) AS half,
      percentile_disc(0.9) WITHIN GROUP (ORDER BY days) AS "nineOfTen",
      percentile_disc(0.95) WITHIN GROUP (ORDER BY days) AS "nineteenOfTwenty"
    FROM (
      SELECT greatest(min(s.published_on)::date - i.occurred_on, 0) AS days
      FROM incident_revision i JOIN incident_source s ON s.revision_id = i.id
      WHERE ${activeAt(version)} AND i.precision = 'day' AND length(s.published_on) = 10
      GROUP BY i.id, i.occurred_on
    ) AS first_sources`;
  return lag === undefined || lag.incidents < FEWEST ? null : lag;
}

/**
 * How far editors had looked at a version, with the young days of a period.
 * @param until the period's last day
 * @returns null where no coverage is stated
 */
export async function coveredDaysAt(
  db: Queryable,
  version: number,
  until: Day,
): Promise<CoveredDays | null> {
  const [covered] = await db.$queryRaw<{ day: Day | null }[]>`
    SELECT to_char(nullif(${coveredThroughAt(version)}, 'infinity'), 'YYYY-MM-DD') AS day`;
  if (!covered?.day) return null;
  const lag = await sourceLagAt(db, version);
  const young = lag && youngDays(lag, covered.day);
  return { through: covered.day, young: young === null || young.from > until ? null : young };
}
