import { RateLimiterPrisma, RateLimiterRes } from "rate-limiter-flexible";
import type { Database } from "@/lib/db/client";

/** What may be tried only so often, counted in the database that all web processes share. */
export interface Limit {
  /** Begins the key; one name, one count. */
  name: string;
  /** This many times … */
  times: number;
  /** … within so many seconds of the first. */
  seconds: number;
}

/** When it may be tried again; null where it may be now. */
type Wait = { seconds: number } | null;

const limiters = new WeakMap<Database, Map<string, RateLimiterPrisma>>();

/** Counts one attempt, before it is known how it ends, so that many at once are counted too. */
export async function countAttempt(db: Database, limit: Limit, key: string): Promise<Wait> {
  try {
    await limiterOf(db, limit).consume(key.slice(0, 300));
    return null;
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    return { seconds: Math.max(Math.ceil(refused.msBeforeNext / 1000), 1) };
  }
}

/** How often something was tried within the present time of a limit. */
export async function attemptsSoFar(db: Database, limit: Limit, key: string): Promise<number> {
  return (await limiterOf(db, limit).get(key.slice(0, 300)))?.consumedPoints ?? 0;
}

/** Takes back the attempts of a key that ended well: all of them, or one. */
export async function forgiveAttempts(
  db: Database,
  limit: Limit,
  key: string,
  how: "all" | "one",
): Promise<void> {
  const limiter = limiterOf(db, limit);
  if (how === "all") await limiter.delete(key.slice(0, 300));
  else await limiter.reward(key.slice(0, 300));
}

function limiterOf(db: Database, { name, times, seconds }: Limit): RateLimiterPrisma {
  const ofDatabase = limiters.get(db) ?? new Map<string, RateLimiterPrisma>();
  limiters.set(db, ofDatabase);
  const kept = ofDatabase.get(name);
  if (kept !== undefined) return kept;
  const limiter = new RateLimiterPrisma({
    storeClient: db,
    tableName: "rateLimiterFlexible",
    keyPrefix: name,
    points: times,
    duration: seconds,
  });
  ofDatabase.set(name, limiter);
  return limiter;
}
